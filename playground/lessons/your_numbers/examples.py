"""Tables to try the page with."""

EXAMPLES: dict[str, str] = {
    "hours of practice, passed or not (made up)": """hours,passed
0.5,no
1,no
1,no
1.5,no
2,no
2,yes
2.5,no
3,no
3,yes
3.5,no
4,yes
4,no
4.5,yes
5,yes
5.5,no
6,yes
6.5,yes
7,yes
8,yes
9,yes
""",
    "arm and height of a class (made up)": """arm (cm),shoe,height (cm)
62,36,154
64,37,158
66,38,161
67,37,165
68,39,163
69,40,168
70,39,171
71,41,170
72,42,176
73,41,174
74,43,180
75,42,179
76,44,183
78,45,188
""",
    "exclusive or (XOR)": """x1,x2,either but not both
0,0,no
0,1,yes
1,0,yes
1,1,no
""",
}
"""Name in the menu -> the table as it would be pasted."""
