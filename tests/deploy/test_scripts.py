"""Streamlit's scripts reach the browser as they are, and compressed: as the image has them, or by the proxy.

Where haproxy is not installed this is skipped, and said.
"""

import gzip
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import brotli
import pytest

from benchmarks.image import built
from benchmarks.proxy import HAPROXY, MISSING, balanced
from benchmarks.server import ROOT, served
from deploy.pack import SCRIPTS, pack

pytestmark = pytest.mark.skipif(not HAPROXY, reason=MISSING)

QUICKLY = 5
"""The image's are smaller still."""
LARGEST = max(SCRIPTS.glob("PlotlyChart*.js"), key=lambda path: path.stat().st_size)
SOME = [*sorted(SCRIPTS.glob("*.js"))[::20], LARGEST]
UNPACK = {"gzip": gzip.decompress, "br": brotli.decompress}


@pytest.fixture(scope="module")
def from_image():
    with built(Path(sys.executable).parent) as image:
        folder = image.workdir / "static" / "js"
        folder.mkdir()
        for script in SOME:
            pack(script, folder, QUICKLY)
        with image.started() as replica, balanced([replica], packed=True) as port:
            yield port


@pytest.fixture(scope="module")
def from_elsewhere():
    with served(ROOT / "app.py") as replica, balanced([replica.port]) as port:
        yield port


def asked(port, script, encodings="gzip, deflate"):
    """The answer to the request for a script, and its bytes; None if there is none."""
    request = Request(f"http://127.0.0.1:{port}/static/js/{script.name}", headers={"Accept-Encoding": encodings})
    try:
        with urlopen(request, timeout=60) as answer:
            return answer, answer.read()
    except HTTPError:
        return None


@pytest.mark.parametrize(("takes", "gets"), [("gzip, deflate", "gzip"), ("gzip, deflate, br, zstd", "br")])
@pytest.mark.parametrize("script", SOME, ids=lambda path: path.name.split(".")[0])
def test_a_script_of_the_image_is_streamlits_own(script, takes, gets, from_image):
    answer, body = asked(from_image, script, takes)
    assert UNPACK[gets](body) == script.read_bytes()
    assert answer.headers["Content-Encoding"] == gets
    assert answer.headers.get_content_type() == "text/javascript"
    assert "immutable" in answer.headers["Cache-Control"]


def test_a_browser_that_does_not_unpack_gets_it_as_it_is(from_image):
    answer, body = asked(from_image, LARGEST, "identity")
    assert body == LARGEST.read_bytes()
    assert "Content-Encoding" not in answer.headers


def test_a_script_that_is_not_there_is_not_sent_as_one(from_image):
    assert asked(from_image, SCRIPTS / "nothing.js") is None


def test_where_the_image_is_not_used_the_proxy_compresses_and_less_well(from_image, from_elsewhere):
    answer, body = asked(from_elsewhere, LARGEST)
    assert gzip.decompress(body) == LARGEST.read_bytes()
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(asked(from_image, LARGEST)[1]) < 0.7 * len(body)
    assert len(asked(from_image, LARGEST, "gzip, br")[1]) < 0.6 * len(body)
