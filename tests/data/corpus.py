"""Files as people have them, each with what should come of it."""

from dataclasses import dataclass
from typing import Any

from playground.data.sheet import Format

NAN = None
"""A gap."""


@dataclass(frozen=True)
class Read:
    """The table is read. columns: name -> its numbers, or its words for one of two words; None where it has neither.

    said: parts of its format that are held. lines: of the file, of each row.
    """

    columns: dict[str, Any]
    said: tuple[tuple[str, Any], ...] = ()
    lines: tuple[int, ...] | None = None


@dataclass(frozen=True)
class Refused:
    """The table is refused, with these words in the sentence, and this line and column named."""

    words: str
    line: int | None = None
    column: str | None = None


@dataclass(frozen=True)
class Asked:
    """It is asked how that cell is meant."""

    cell: str
    line: int
    column: str


XY = {"x": [1, 2, 4], "y": [3, 5, 9]}
COMMA, SEMICOLON, TAB, BLANKS = ((("delimiter", name),) for name in ("comma", "semicolon", "tab", "blanks"))
POINT = Format(decimal_mark=".")
BY_COMMA = Format(decimal_mark=",")
NO_HEADER = (("header", False),)
WITH_HEADER = (("header", True),)
PLAIN = "x,y\n1,3\n2,5\n4,9\n"
SEMI = "x;y\n0,5;3\n1,5;4\n"
LONG = "n" * 80
MANY = ",".join(f"c{i}" for i in range(50)), ",".join(str(i) for i in range(50))

CORPUS: dict[str, tuple[Any, ...]] = {
    "lakhs": ('x,y\n"1,00,000",3\n"12,34,567.5",5\n', Read({"x": [100000, 1234567.5], "y": [3, 5]})),
    "lakhs and rupees": ('x,y\n"₹1,00,000",3\n"₹12,34,567",5\n', Read({"x": [100000, 1234567], "y": [3, 5]})),
    # units behind the numbers
    "units that are unlike words": (
        "x\ty\n50\t12,50 €/m²\n70\t11,20 €/m²\n90\t10,10 €/m²\n",
        Read({"x": [50, 70, 90], "y": [12.5, 11.2, 10.1]}, TAB),
    ),
    "units with digits": ("x\ty\n1\t5,1 L/100km\n2\t6,2 L/100km\n", Read({"x": [1, 2], "y": [5.1, 6.2]}, TAB)),
    "tabs behind commas": ("x,\ty\n1.5,\t3\n2.5,\t5\n", Read({"x": [1.5, 2.5], "y": [3, 5]}, COMMA)),
    "marks out of ten": ("x,y\n1,7 /10\n2,9/10\n", Read({"x": [1, 2], "y": [7, 9]})),
    "other money": ("x,y\n1,US$ 5\n2,US$ 6\n", Read({"x": [1, 2], "y": [5, 6]})),
    "footnotes": ("c\tn\na\t83[1]\nb\t67[2]\nc\t59[3]\n", Refused("“67[2]” is not written as “83[1]” is", 3, "n")),
    "one of two": ("name height\nAnna 154\nBen 160\nCem 170", Refused("Only column “height” can be used", 2, "name")),
    "thousands points from a spreadsheet": ("kW\tp\n50\t1.200\n70\t950\n90\t12.500\n", Asked("1.200", 2, "p")),
    "thousands points of money": ("kW,p\n50,1.200 €\n70,7.950 €\n", Asked("1.200 €", 2, "p")),
    "three decimals": ("x\ty\n1.125\t3.250\n2.125\t5.250\n", Read({"x": [1.125, 2.125], "y": [3.25, 5.25]}, TAB)),
    "three decimals beside whole numbers": ("x,y\n1.125,3\n2,5\n", Read({"x": [1.125, 2], "y": [3, 5]})),
    "units": ("x,y\n1 cm,3kg\n2 cm,5kg\nNA,9kg\n", Read({"x": [1, 2, NAN], "y": [3, 5, 9]}, COMMA, (2, 3, 4))),
    "units by tabs": ("x\ty\n1 cm\t3 kg\n2 cm\t5 kg\n4 cm\t9 kg\n", Read(XY, TAB)),
    "units and a decimal comma": ("x;y\n0,5 m/s;3 °C\n1,5 m/s;-4 °C\n", Read({"x": [0.5, 1.5], "y": [3, -4]})),
    "units of areas": ("x,y\n1 m²,3 m3\n2 m²,5 m3\n4 m²,9 m3\n", Read(XY)),
    "units without names": ("1 cm,3\n2 cm,5", Read({"column 1": [1, 2], "column 2": [3, 5]}, NO_HEADER)),
    "units in names alone": ("60 m,100 m\n7,11\n8,12\n", Read({"60 m": [7, 8], "100 m": [11, 12]}, WITH_HEADER)),
    "units and thousands": ('x,y\n"1,200 km",3\n"2,300 km",5\n', Asked("1,200", 2, "x")),
    "units and thousands by blanks": ("x,y\n1 200 km,3\n2 300 km,5\n", Read({"x": [1200, 2300], "y": [3, 5]})),
    "units mixed": ("x,y\n62 cm,3\n1.2 m,5\n64 cm,9\n", Refused("“1.2 m” is not written as “62 cm” is", 3, "x")),
    "a unit for some": ("x,y\n62,3\n63 cm,5\n64,9\n", Refused("“63 cm” is not written as “62” is", 3, "x")),
    "thousands by letters": ("x,y\n900,3\n1.2k,5\n3k,9\n", Refused("“1.2k” is not written as “900” is", 3, "x")),
    "places": ("x,y\n1st,3\n2nd,5\n1st,9\n", Read({"x": ["1st", "2nd", "1st"], "y": [3, 5, 9]})),
    "days": ("x,y\n1 May,3\n2 May,5\n3 May,9\n", Refused("“1 May” is not a number", 2, "x")),
    # delimiters
    "comma": (PLAIN, Read(XY, COMMA, (2, 3, 4))),
    "semicolon": (PLAIN.replace(",", ";"), Read(XY, SEMICOLON)),
    "tab, as a spreadsheet copies": (PLAIN.replace(",", "\t"), Read(XY, TAB)),
    "one blank": (PLAIN.replace(",", " "), Read(XY, BLANKS)),
    "blanks in columns": ("   x    y\n   1    3\n   2    5\n   4    9\n", Read(XY, BLANKS)),
    "bar": (PLAIN.replace(",", "|"), Read(XY, (("delimiter", "bar"),))),
    "comma and blank": (PLAIN.replace(",", ", "), Read(XY, COMMA)),
    "names with blanks": ("flipper length,body mass\n181,3750\n186,3800", Read({
        "flipper length": [181, 186], "body mass": [3750, 3800]}, COMMA)),
    "a spreadsheet's sep line": ("sep=;\nx;y\n1;3\n2;5\n4;9", Read(XY, SEMICOLON, (3, 4, 5))),
    "delimiters at all ends": ("x,y,\n1,3,\n2,5,\n4,9,\n", Read(XY, COMMA)),
    "delimiters at the ends of rows only": ("x,y\n1,3,\n2,5,\n4,9,\n", Read(XY, COMMA)),
    "another delimiter by hand": ("x;y\n1;2,3\n2;3,4", Format(delimiter="semicolon"), Read(
        {"x": [1, 2], "y": [2.3, 3.4]})),
    # decimal marks
    "decimal comma": (SEMI, Read({"x": [0.5, 1.5], "y": [3, 4]}, (("decimal_mark", ","),))),
    "decimal comma, tab": (SEMI.replace(";", "\t"), Read({"x": [0.5, 1.5], "y": [3, 4]}, (("decimal_mark", ","),))),
    "decimal comma, blanks": (SEMI.replace(";", "  "), Read({"x": [0.5, 1.5], "y": [3, 4]})),
    "decimal comma within quotes": ('x,y\n"0,5",3\n"1,5",4', Read({"x": [0.5, 1.5], "y": [3, 4]})),
    "points part thousands": ("x;y\n1.200,5;3\n1.300;4", Read({"x": [1200.5, 1300], "y": [3, 4]})),
    "commas part thousands": ('x,y\n"1,200.5",3\n"1,300",4', Read({"x": [1200.5, 1300], "y": [3, 4]})),
    "commas part millions": ('x,y\n"1,200,300",3\n"1,300",4', Read({"x": [1200300, 1300], "y": [3, 4]})),
    "a comma with two readings": ('size,price\n"1,200","4,200"\n"7,000","9,500"\n5,0', Asked("1,200", 2, "size")),
    "two readings beside a decimal comma": ("u;v\n0,5;−2,5\n1,000;3", Asked("1,000", 3, "u")),
    "two readings beside a decimal point": ("u;v\n0.5;3\n1,000;4", Asked("1,000", 3, "u")),
    "two readings, a thousand by hand": ('size,price\n"1,200","4,200"\n"7,000","9,500"\n5,0', POINT, Read(
        {"size": [1200, 7000, 5], "price": [4200, 9500, 0]})),
    "two readings, decimal by hand": ("u;v\n1,200;3\n7,000;4", BY_COMMA, Read({"u": [1.2, 7], "v": [3, 4]})),
    "a thousand by hand beside 0,5": ("u;v\n0,5;−2,5\n1,000;3", POINT, Refused("not a number with a point", 2, "u")),
    "mixed decimal marks": ("x;y\n1.5;2\n2,5;3", Refused("another decimal mark than “1.5” in line 2", 3, "x")),
    "mixed decimal marks in two columns": ("x;y\n1.5;2\n2;3,5", Refused("another decimal mark", 3, "y")),
    "no leading zero": ("x,y\n.5,1\n-.5,2", Read({"x": [0.5, -0.5], "y": [1, 2]})),
    "minus signs of all kinds": ("x,y\n−1,1\n–2,2\n-3,3", Read({"x": [-1, -2, -3], "y": [1, 2, 3]})),
    "plus signs": ("x,y\n+1,1\n+2.5,2", Read({"x": [1, 2.5], "y": [1, 2]})),
    "powers of ten": ("x,y\n1e3,1\n2.5E-2,2", Read({"x": [1000, 0.025], "y": [1, 2]})),
    "a power with a true minus": ("x,y\n1e−3,1\n2,2", Read({"x": [0.001, 2], "y": [1, 2]})),
    "thousands by blank": ("x;y\n1 200;2\n3 400;3", Read({"x": [1200, 3400], "y": [2, 3]})),
    "thousands by narrow blank": ("x;y\n1\u202f200;2\n3\u00a0400;3", Read({"x": [1200, 3400], "y": [2, 3]})),
    "thousands by apostrophe": ("x;y\n1'200;2\n3’400.5;3", Read({"x": [1200, 3400.5], "y": [2, 3]})),
    "unquoted thousands": ("size,price\n1,200,3\n5,1,300", Refused("Line 1 has 2 cells", 1)),
    # signs and what is not a number
    "percentages": ("x,y\n45%,1\n30 %,2", Read({"x": [45, 30], "y": [1, 2]})),
    "currency signs": ('x,y\n"$1,200.50",1\n"$3,400",2', Read({"x": [1200.5, 3400], "y": [1, 2]})),
    "currency behind": ("x;y\n12,50 €;1\n3,40 €;2", Read({"x": [12.5, 3.4], "y": [1, 2]})),
    "dates": ("day,x,y\n2020-01-01,1,3\n2020-01-02,2,5\n2020-01-03,4,9", Read({"day": None, **XY})),
    "only dates beside a number": ("day,y\n2020-01-01,3\n2020-01-02,5\n2020-01-03,9", Refused("date", 2, "day")),
    "times of day": ("t,y\n10:15,3\n10:30,5\n10:45,9", Refused("a date or a time", 2, "t")),
    "formulas": ("x,y\n=1+1,2\n3,4\n5,6", Refused("formula", 2, "x")),
    "a formula in a column that is not needed": ("x,y,z\n1,3,=A1\n2,5,=A2\n4,9,=A3", Read({**XY, "z": None})),
    "one word among numbers": ("x,y\n1,3\nfoo,5\n4,9", Refused("“foo” is not a number", 3, "x")),
    "1e308": ("x,y\n1e308,2\n1,3", Refused("too large to be squared", 2, "x")),
    "1e-308": ("x,y\n1e-308,2\n0,3\n-2e-308,4", Refused("too small to be squared", 4, "x")),
    "tiny numbers beside others": ("x,y\n1e-308,3\n0.5,5\n1,9", Read({"x": [1e-308, 0.5, 1.0], "y": [3.0, 5.0, 9.0]})),
    "beyond the range of numbers": ("x,y\n1e999,2\n1,3\n2,4", Refused("too large", 2, "x")),
    "infinity": ("x,y\ninf,2\n1,3\n2,4", Refused("beyond the range", 2, "x")),
    "underscores are no number": ("x,y\n1_000,2\n1,3\n2,4", Refused("“1_000” is not a number", 2, "x")),
    "hexadecimal is not a number": ("x,y\n0x10,2\n1,3\n2,4", Refused("“0x10” is not a number", 2, "x")),
    "digits of another script are no number": ("x,y\n٣,2\n1,3\n2,4", Refused("is not a number", 2, "x")),
    # gaps
    "NA": ("x,y\n1,3\nNA,5\n4,9", Read({"x": [1, NAN, 4], "y": [3, 5, 9]})),
    "empty cells": ("x,y\n1,3\n,5\n4,", Read({"x": [1, NAN, 4], "y": [3, 5, NAN]})),
    "hyphens": ("x,y\n1,3\n-,5\n4,–", Read({"x": [1, NAN, 4], "y": [3, 5, NAN]})),
    "other words for nothing": ("x,y\nn/a,3\nNULL,5\n4,nan\n5,?", Read(
        {"x": [NAN, NAN, 4, 5], "y": [3, 5, NAN, NAN]})),
    "rows without anything": ("x,y\n1,3\n,\n2,5\n ,\n4,9\n,,", Read(XY, (), (2, 4, 6))),
    "an empty column": ("x,e,y\n1,,3\n2,,5\n4,,9", Read({"x": [1, 2, 4], "e": None, "y": [3, 5, 9]})),
    "nothing but gaps": ("x,y\nNA,-\n-,NA", Refused("empty", None, "x")),
    # headers
    "Andrew Ng's houses": ("2104,3,399900\n1600,3,329900\n2400,3,369000", Read({
        "column 1": [2104, 1600, 2400], "column 2": [3, 3, 3], "column 3": [399900, 329900, 369000]}, NO_HEADER)),
    "years as names, told by hand": ("2019,2020\n1,2\n3,4", Format(header=True), Read(
        {"2019": [1, 3], "2020": [2, 4]})),
    "no header, told by hand": ("a,b\n1,2\n3,4", Format(header=False), Refused("is not a number", 1, "column 1")),
    "an unnamed index": (",x,y\n0,1,3\n1,2,5\n2,4,9", Read({"column 1": [0, 1, 2], **XY}, WITH_HEADER)),
    "R's names of rows": ('"x" "y"\n"1" 1 3\n"2" 2 5\n"3" 4 9', Read({"column 1": [1, 2, 3], **XY}, BLANKS)),
    "equal names": ("a,a,a\n1,2,3\n4,5,7", Read({"a": [1, 4], "a (2)": [2, 5], "a (3)": [3, 7]})),
    "a name like the one for an equal name": ("a,a,a (2)\n1,2,3\n4,5,7", Read({
        "a": [1, 4], "a (2)": [2, 5], "a (2) (2)": [3, 7]})),
    "empty names": ("x,,y\n1,2,3\n4,6,7", Read({"x": [1, 4], "column 2": [2, 6], "y": [3, 7]})),
    "a long name": (f"{LONG},y\n1,2\n3,4", Read({f"{'n' * 59}…": [1, 3], "y": [2, 4]})),
    "HTML in names": ("<b>x</b>,<script>alert(1)</script>\n1,2\n3,4", Read({
        "<b>x</b>": [1, 3], "<script>alert(1)</script>": [2, 4]})),
    "Markdown in names": ("**x**,[y](http://a.b)\n1,2\n3,4", Read({"**x**": [1, 3], "[y](http://a.b)": [2, 4]})),
    "HTML in cells": ("x,y,z\n1,3,<i>a</i>\n2,5,<b>\n4,9,<br>", Read({**XY, "z": None})),
    "a name over two lines": ('"flipper\nlength",y\n1,3\n2,5', Read(
        {"flipper length": [1, 2], "y": [3, 5]}, (), (3, 4))),
    "names from right to left": ("\u202ex,y\n1,3\n2,5\n4,9", Read(XY)),
    "header only": ("x,y\n", Refused("no numbers")),
    "names and no rows but blank ones": ("x,y\n\n,\n", Refused("no numbers")),
    # words
    "yes and no": ("x,y\n1,yes\n2,no\n3,yes", Read({"x": [1, 2, 3], "y": ["yes", "no", "yes"]})),
    "two words with a gap": ("x,y\n1,yes\n2,NA\n3,no", Read({"x": [1, 2, 3], "y": ["yes", NAN, "no"]})),
    "three words": ("x,y,z\n1,3,a\n2,5,b\n4,9,c", Read({**XY, "z": None})),
    "words and one number": ("x,y\na,1\nb,2\nc,3", Refused("“a” is not a number", 2, "x")),
    # quotes, comments, line ends
    "quoted fields": ('"x","y"\n"1","3"\n"2","5"\n"4","9"', Read(XY)),
    "a quotation mark written twice": ('"5"" pipe",y\n1,3\n2,5', Read({'5" pipe': [1, 2], "y": [3, 5]})),
    "a lone quotation mark": ('x,y\n1,"3\n2,5', Refused("not closed", 2)),
    "quotation marks within cells": ('x,y\n1,a"b\n2,c"d\n3,e', Refused("quotation mark", 2)),
    # names that hold numbers, hashes that are no comments, bars around a table
    "years as names": (
        "land,2019,2020,2021\nA,6,8,9\nB,4,7,8\nC,6,5,5",
        Read({"land": None, "2019": [6, 4, 6], "2020": [8, 7, 5], "2021": [9, 8, 5]}, WITH_HEADER),
    ),
    "a word above numbers": ("age,2020\n30,4\n40,5\n50,9", Read({"age": [30, 40, 50], "2020": [4, 5, 9]}, WITH_HEADER)),
    "errors of a spreadsheet": ("x,y\n#N/A,3\n1,3\n#DIV/0!,6\n4,9", Read({"x": [None, 1, None, 4], "y": [3, 3, 6, 9]})),
    "rows that begin with a hash": ("p,x,y\n#7 A,1,3\n#9 B,2,5\nC,4,9", Read({"p": None, **XY}, (), (2, 3, 4))),
    "names after a hash": ("# x,y\n1,3\n2,5\n4,9", Read(XY, WITH_HEADER, (2, 3, 4))),
    "a name that is a hash": ("#,y\n1,3\n2,5\n4,9", Read({"#": [1, 2, 4], "y": [3, 5, 9]}, WITH_HEADER)),
    "comments only": ("# x\n# y", Refused("no rows")),
    "a comment with a quotation mark": ('x,y\n# 5" long\n1,3\n2,5\n4,9', Read(XY, (), (3, 4, 5))),
    "a table in Markdown": ("| x | y |\n|---|--:|\n| 1 | 3 |\n| 2 | 5 |\n| 4 | 9 |", Read(XY, WITH_HEADER, (3, 4, 5))),
    # decimal marks, signs and words
    "decimal commas between blanks": (
        "1,75 170,5\n1,82 180,2\n1,64 160,3",
        Read({"column 1": [1.75, 1.82, 1.64], "column 2": [170.5, 180.2, 160.3]}, BLANKS),
    ),
    "points that may part thousands": ("u;v\n12.500;1.250\n13.750;-1.375\n11.000;900", Asked("12.500", 2, "u")),
    "points that are told": ("u;v\n1.250;0.5\n2.375;1.5", Read({"u": [1.25, 2.375], "v": [0.5, 1.5]}, SEMICOLON)),
    "points between tabs": ("u\tv\n1.250\t3\n2.375\t4", Read({"u": [1.25, 2.375], "v": [3, 4]}, TAB)),
    "several currencies": ("x,y\n$1,3\n€2,5\n$4,9", Refused("“€2” is not written as “$1” is", 3, "x")),
    "per cent and none": ("x,y\n1%,3\n2,5\n4%,9", Refused("“2” is not written as “1%” is", 3, "x")),
    "a sign within a number": ("x,y\n-5€30,3\n2,5\n4,9", Refused("“-5€30” is not a number", 2, "x")),
    "words that differ in their case": (
        "y,x\nTRUE,1\ntrue,2\nFalse,4",
        Read({"y": ["TRUE", "TRUE", "False"], "x": [1, 2, 4]}),
    ),
    "none among words": ("y,x\nnone,1\nmild,2\nsevere,4", Refused("“none” is not a number. The column has 3", 2, "y")),
    "a comment line": ("# measured in May\nx,y\n1,3\n2,5\n4,9", Read(XY, (), (3, 4, 5))),
    "comments among rows": ("x,y\n1,3\n# lunch\n2,5\n  # tea\n4,9", Read(XY, (), (2, 4, 6))),
    "blank rows": ("\n\nx,y\n\n1,3\n\n2,5\n   \n4,9\n\n\n", Read(XY, (), (5, 7, 9))),
    "Windows' line ends": (PLAIN.replace("\n", "\r\n"), Read(XY, (), (2, 3, 4))),
    "an old Mac's line ends": (PLAIN.replace("\n", "\r"), Read(XY, (), (2, 3, 4))),
    "mixed line ends": ("x,y\r\n1,3\n2,5\r4,9", Read(XY, (), (2, 3, 4))),
    "the end sign of DOS": (PLAIN + "\x1a", Read(XY)),
    # shapes
    "empty": ("", Refused("no rows")),
    "blank": (" \n\t\n", Refused("no rows")),
    "one column": ("x\n1\n2\n3", Refused("one column", 1)),
    "one number": ("5", Refused("one column", 1)),
    "a row too short": ("x,y\n1,3\n2\n4,9", Refused("Line 3 has 1 cell where the others have 2", 3)),
    "a row too long": ("x,y\n1,3\n2,5,7\n4,9", Refused("Line 3 has 3 cells where the others have 2", 3)),
    "a row too long by empty cells": ("x,y\n1,3\n2,5,,\n4,9", Read(XY)),
    "a title above": ("Class 9b\nx,y\n1,3\n2,5\n4,9", Refused("Line 1 has 1 cell", 1)),
    "one row": ("x,y\n1,3", Read({"x": [1], "y": [3]})),
    "50 columns": ("\n".join((MANY[0], MANY[1], MANY[1])), Read({f"c{i}": [i, i] for i in range(50)})),
    "51 columns": (f"{MANY[0]},c\n{MANY[1]},1", Refused("51 columns")),
    "100 000 rows": ("x,y\n" + "1,3\n" * 100_000, Read({"x": [1] * 100_000, "y": [3] * 100_000})),
    "100 001 rows": ("x,y\n" + "1,3\n" * 100_001, Refused("100001 rows")),
    "an endless line": ("x,y\n1," + "3" * 30_000, Refused("Line 2 has more than", 2)),
    # bytes
    "UTF-8": ("größe,y\n1,3\n2,5".encode(), Read({"größe": [1, 2], "y": [3, 5]}, (("encoding", "UTF-8"),))),
    "UTF-8 with its mark": (PLAIN.encode("utf-8-sig"), Read(XY, (("encoding", "UTF-8"),))),
    "pasted text with the mark of UTF-8": ("\ufeff" + PLAIN, Read(XY)),
    "UTF-16": (PLAIN.encode("utf-16"), Read(XY, (("encoding", "UTF-16"),))),
    "UTF-16, big end first": (b"\xfe\xff" + PLAIN.encode("utf-16-be"), Read(XY)),
    "UTF-16 without its mark": (PLAIN.encode("utf-16-le"), Read(XY, (("encoding", "UTF-16 (little end first)"),))),
    "UTF-16 without its mark, big end first": (PLAIN.encode("utf-16-be"), Read(XY)),
    "Latin-1": ("größe;y\n1;3\n2;5".encode("latin-1"), Read(
        {"größe": [1, 2], "y": [3, 5]}, (("encoding", "Latin-1"),))),
    "Windows' euro sign": ("x;preis €\n1;3\n2;5".encode("cp1252"), Read({"x": [1, 2], "preis €": [3, 5]})),
    "another encoding by hand": ("größe;y\n1;3\n2;5".encode("latin-1"), Format(encoding="UTF-8"), Refused(
        "not UTF-8", 1)),
    "no bytes": (b"", Refused("no rows")),
    "NUL bytes": (b"x,y\n1,3\n2,\x005\n4,9", Refused("no text", 3)),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", Refused("a picture")),
    "an archive or a spreadsheet": (b"PK\x03\x04\x14\x00", Refused("save as CSV")),
    "a program": (bytes(range(256)) * 4, Refused("no text", 1)),
    "more than 10 MB": (b"x,y\n" + b"1,3\n" * 2_700_000, Refused("10.3 MB; up to 10 are read")),
}  # fmt: skip
"""What people call it -> the file, how it is to be read if that is told, and what should come of it."""
