"""What the benchmarks compute from what they saw. How fast anything is, is not a matter for tests."""

import asyncio
import math
import socket
import threading
from time import perf_counter

from streamlit.testing.v1 import AppTest

from benchmarks.background import background
from benchmarks.feel.__main__ import FLOOR
from benchmarks.feel.recording import Recording
from benchmarks.feel.relay import Line, relayed
from benchmarks.report import number, p95, ratio, table

FRAMES = [float(time) for time in range(0, 2000, 20)]


def seen(changes=(), empty=(), inputs=(0.0, 1000.0)):
    return Recording(FRAMES, list(changes), list(empty), list(inputs))


def test_latency_is_from_the_first_input_to_the_first_new_picture_after_it():
    assert seen(changes=[90, 140, 160], inputs=[100, 150]).latency == 40


def test_rates_count_only_while_the_hand_moves():
    drag = seen(changes=[40, 100, 500, 990, 1100], inputs=[100, 1100])
    assert drag.changes_a_second == 4
    assert drag.frames_a_second == 51


def test_the_tail_is_what_comes_after_the_last_input():
    assert seen(changes=[400, 1080]).tail == 80
    assert seen(changes=[400]).tail == 0


def test_empty_frames_in_a_row_are_one_flicker():
    assert seen(empty=[100, 120, 140, 200, 1980]).flickers == 3
    assert seen().flickers == 0


def test_what_moves_by_itself_has_a_rate_of_its_own():
    assert seen(changes=[500, 600, 700]).own_rate == 10


def test_p95_leaves_five_of_a_hundred_above():
    assert p95(list(range(101))) == 95
    assert p95([7.0]) == 7.0
    assert math.isnan(p95([]))


def test_numbers_have_three_digits_and_what_is_missing_is_a_dash():
    assert [number(value) for value in (1234.5, 59.96, 0.9764, 0, math.nan)] == ["1234", "60", "0.976", "0", "–"]
    assert [ratio(3, 2), ratio(3, 0)] == ["1.5", "–"]


def test_a_table_is_markdown():
    assert table(["a", "b"], [["1", "2"]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"


def test_the_floor_app_runs():
    floor = AppTest.from_file(str(FLOOR)).run()
    assert not floor.exception
    assert floor.slider(key="weight").value == 1.0


def test_the_relay_passes_bytes_on_in_order():
    sent = bytes(range(256)) * 1000
    with socket.create_server(("127.0.0.1", 0)) as server:

        def echo():
            connection, _ = server.accept()
            with connection:
                while chunk := connection.recv(2**16):
                    connection.sendall(chunk)

        echoing = threading.Thread(target=echo)
        echoing.start()
        with (
            relayed(server.getsockname()[1], 1) as entrance,
            socket.create_connection(("127.0.0.1", entrance)) as client,
        ):
            sending = threading.Thread(target=client.sendall, args=(sent,))
            sending.start()
            got = b""
            while len(got) < len(sent):
                got += client.recv(2**16)
            sending.join()
            client.shutdown(socket.SHUT_WR)
            echoing.join()
    assert got == sent


def test_a_line_with_a_limit_takes_its_time_however_many_share_it():
    async def all_are_sent():
        line = Line(bits_a_second=8 * 100_000)
        begins = perf_counter()
        await asyncio.gather(*(line.takes(2_000) for _ in range(5)))
        return perf_counter() - begins

    with background() as start:
        assert start(all_are_sent()).result() >= 0.1  # 10 000 bytes at 100 000 a second
