"""A visitor's table: a corpus of files with what should come of each, and tables made up by hypothesis."""

import re
import time

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from playground.data.cells import LARGEST
from playground.data.reading import LARGEST_FILE, read
from playground.data.sheet import Format, Question, Refusal, Sheet
from tests.data.corpus import CORPUS, Asked, Read, Refused


def shown(column):
    """A column's values as the corpus writes them."""
    if column.codes is not None:
        return [None if code < 0 else column.words[code] for code in column.codes]
    return None if column.numbers is None else [None if np.isnan(value) else value for value in column.numbers]


@pytest.mark.parametrize("name", CORPUS)
def test_what_comes_of_a_file(name):
    content, *wanted, expected = CORPUS[name]
    found = read(content, *wanted)
    if isinstance(expected, Asked):
        assert found == Question(expected.cell, expected.line, expected.column)
    elif isinstance(expected, Refused):
        assert isinstance(found, Refusal), found
        assert expected.words in found.text
        assert re.findall(r"ine (\d+)\b", found.text)[:1] == ([str(expected.line)] if expected.line else [])
        assert expected.column is None or f"olumn “{expected.column}”" in found.text
    else:
        assert isinstance(found, Sheet), found
        assert {column.name: shown(column) for column in found.columns} == expected.columns
        assert [(part, getattr(found.format, part)) for part, _ in expected.said] == list(expected.said)
        assert expected.lines is None or tuple(found.lines) == expected.lines


def test_the_corpus_has_all_kinds_of_outcome():
    outcomes = [type(case[-1]) for case in CORPUS.values()]
    assert len(outcomes) >= 60
    assert min(map(outcomes.count, (Read, Refused, Asked))) >= 3


@pytest.mark.parametrize("name", [name for name, case in CORPUS.items() if isinstance(case[-1], Refused)])
def test_a_refusal_is_one_plain_paragraph_that_ends(name):
    content, *wanted, _ = CORPUS[name]
    text = read(content, *wanted).text
    assert text.endswith(".")
    assert "\n" not in text
    assert len(text) < 260


def test_every_column_that_cannot_be_learned_from_says_why_and_where():
    sheet = read("x,y,day,e\n1,3,2020-01-01,\n2,5,2020-01-02,\n4,9,2020-01-03,")
    day, empty = sheet.columns[2:]
    assert "Line 2, column “day”: “2020-01-01” is a date or a time" in day.problem.text
    assert "Column “e” is empty" in empty.problem.text


def test_an_unnamed_column_that_counts_is_an_index_and_a_named_one_is_not():
    columns = read(",x,y\n7,1,3\n8,2,5\n9,4,9").columns
    assert [column.is_index for column in columns] == [True, False, False]
    assert not any(column.is_index for column in read("n,x,y\n7,1,3\n8,2,5\n9,4,9").columns)
    assert not any(column.is_index for column in read("1,3\n2,5\n3,9").columns)


def test_a_sign_is_kept_beside_the_name():
    x, y = read("x;share (%)\n$1;45%\n$2;30%").columns
    assert (x.title, y.title) == ("x ($)", "share (%)")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("no", "yes"),
        ("nein", "ja"),
        ("N", "J"),
        ("not passed", "passed"),
        ("nicht bestanden", "bestanden"),
        ("durchgefallen", "bestanden"),
        ("rejected", "approved"),
        ("unhealthy", "healthy"),
        ("absent", "present"),
    ],
)
def test_the_word_for_a_yes_is_one(one, other):
    for first, last in ((one, other), (other, one)):
        assert read(f"x,y\n1,{first}\n2,{last}\n3,{last}").columns[1].words == (one, other)


def test_a_column_of_one_word_is_said_to_be_one():
    problem = read("x,y,z\n1,yes,3\n2,yes,5\n3,,9").columns[1].problem
    assert problem.text == "Column “y” has “yes” in every row. Choose another one."


def test_a_unit_behind_all_numbers_is_that_of_the_column():
    head, mass, time = read("head (cm),mass,time\n1 cm,3kg,1 min\n2 cm,5 kg,\n4 cm,9 kg,3 min").columns
    assert [column.unit for column in (head, mass, time)] == ["cm", "kg", "min"]
    assert [column.title for column in (head, mass, time)] == ["head (cm)", "mass (kg)", "time (min)"]


@pytest.mark.parametrize("sign", ["a.", "1", "1.", "1a", "1 ", " a", "-", '"', "|"])
def test_a_cell_of_many_signs_takes_no_longer_than_others(sign):
    """Some patterns take a number of steps that grows with the square of what they read: hours here."""
    before = time.process_time()
    read(f"x,y,z\n1{sign * 300_000}#,3,1\n2,5,2\n4,9,3")
    assert time.process_time() - before < 20


def test_a_sheet_cannot_be_written_to():
    sheet = read("x,y\n1,yes\n2,no")
    with pytest.raises(ValueError, match="read-only"):
        sheet.columns[0].numbers[0] = 5
    with pytest.raises(ValueError, match="read-only"):
        sheet.columns[1].codes[0] = 0


def test_a_file_of_ten_megabytes_is_read_in_a_few_seconds():
    rng = np.random.default_rng(0)
    rows = [
        f"{a:.9f},{b:.9f},{c:.9f},{d:.9f},{e:.9f},{f:.9f},{g:.9f}" for a, b, c, d, e, f, g in rng.random((99_999, 7))
    ]
    content = ("a,b,c,d,e,f,g\n" + "\n".join(rows)).encode()
    content += b"\n" + b"1,2,3,4,5,6,7"
    content += b"\n" * (LARGEST_FILE - len(content))
    assert len(content) == LARGEST_FILE
    before = time.process_time()
    sheet = read(content)
    assert len(sheet.lines) == 100_000
    assert sheet.columns[0].numbers[0] == float(rows[0].split(",")[0])
    assert time.process_time() - before < 20  # a second or two on a machine that does nothing else


NUMBERS = st.floats(-1e12, 1e12).map(lambda value: float(f"{value:.6g}") if abs(value) > 1e-100 else 0.0)
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.one_of(NUMBERS, st.none()), min_size=width, max_size=width), min_size=1, max_size=8
    )
)


@settings(max_examples=150, deadline=None)
@given(TABLES, st.sampled_from(["comma", "semicolon", "tab", "bar"]), st.sampled_from(["utf-8", "utf-16", "latin-1"]))
def test_a_table_of_any_numbers_is_read_as_it_was_written(rows, delimiter, encoding):
    if all(value is None for row in rows for value in row):
        return
    sign = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}[delimiter]
    lines = [sign.join("NA" if value is None else f"{value!r}" for value in row) for row in rows]
    names = sign.join(f"n{i}" for i in range(len(rows[0])))
    sheet = read("\r\n".join([names, *lines]).encode(encoding))
    columns = [[row[i] for row in rows] for i in range(len(rows[0]))]
    measured = [column for column in columns if any(value is not None for value in column)]
    if len(measured) < 2:
        assert isinstance(sheet, Refusal)
        return
    assert sheet.format.delimiter == delimiter
    assert [shown(column) for column in sheet.columns] == [column if column in measured else None for column in columns]


@settings(max_examples=150, deadline=None)
@given(TABLES, st.sampled_from([";", "\t"]))
def test_decimal_commas_are_read_or_asked_about_and_never_taken_for_something_else(rows, sign):
    texts = [
        [("" if value is None else f"{value:f}".rstrip("0").rstrip(".").replace(".", ",")) for value in row]
        for row in rows
    ]
    found = read("\n".join(sign.join(row) for row in texts), Format(header=False))
    if isinstance(found, Sheet):
        kept = [row for row in rows if any(value is not None for value in row)]
        for position, column in enumerate(found.columns):
            values = [None if row[position] is None else float(f"{row[position]:f}") for row in kept]
            assert shown(column) in (values, None)
    elif isinstance(found, Question):
        assert any(found.cell in row for row in texts)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_have_an_outcome(content):
    assert isinstance(read(content), (Sheet, Refusal, Question))


@settings(max_examples=300, deadline=None)
@example('1;\r1"\r"', False)
@given(st.text(alphabet="x1,;.\t \n\r\"'#-€%=<*|é\u00a0", max_size=60), st.booleans())
def test_any_text_has_an_outcome_and_a_sheet_is_sound(text, header):
    found = read(text, Format(header=header))
    assert isinstance(found, (Sheet, Refusal, Question))
    if isinstance(found, Sheet):
        names = [column.name for column in found.columns]
        assert len(set(names)) == len(names)
        assert sum(column.is_usable for column in found.columns) >= 2
        for column in found.columns:
            assert (column.problem is None) == column.is_usable
            assert column.numbers is None or len(column.numbers) == len(found.lines)
            assert column.numbers is None or np.nanmax(np.abs(column.numbers)) <= LARGEST
        assert (np.diff(found.lines) > 0).all()
