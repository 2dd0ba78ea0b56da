"""A small table in a link: what was packed comes out again, and what a link claims does no harm."""

import zlib
from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.data.packing import LONGEST_PACKED, LONGEST_TEXT, pack, unpack


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_what_was_packed_comes_out_again(text):
    packed = pack(text)
    assert packed.replace("-", "").replace("_", "").isalnum()
    assert unpack(packed) == text


def test_a_class_of_thirty_with_three_columns_fits_into_a_link():
    rows = "\n".join(f"{150 + i * 7 % 40},{50 + i * 13 % 37},{i % 2}" for i in range(30))
    assert len(pack(f"height (cm),mass (kg),sporty\n{rows}")) < 400


def test_a_table_that_is_too_long_for_a_link_is_not_packed():
    assert pack("\n".join(f"{i * i},{i * 7919 % 10007}" for i in range(3000))) is None
    assert pack("1" * (LONGEST_TEXT + 1)) is None


def packed_bytes(content):
    return urlsafe_b64encode(content).decode().rstrip("=")


@pytest.mark.parametrize(
    "claimed",
    [
        "",
        "x",
        "not packed",
        "é",
        "%%%%",
        packed_bytes(b"plain"),
        packed_bytes(zlib.compress(b"\xff\xfe\xff")),
        packed_bytes(zlib.compress(b"x,y")[:-3]),
        packed_bytes(zlib.compress(b"1" * (LONGEST_TEXT + 1))),
        "A" * (LONGEST_PACKED + 1),
    ],
)
def test_what_is_no_packed_text_is_none(claimed):
    assert unpack(claimed) is None


@given(st.text(max_size=80))
def test_any_text_in_a_link_is_harmless(claimed):
    assert unpack(claimed) is None or isinstance(unpack(claimed), str)
