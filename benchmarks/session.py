"""One visitor without a browser: a session over Streamlit's own WebSocket protocol, with a slider to move."""

import asyncio
import json
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE_S = 120
NO_TOKEN = "PLACEHOLDER_AUTH_TOKEN"
"""What Streamlit's browser part says in place of a token against forged requests."""


@dataclass
class Session:
    """A connection, and what the page has shown on it.

    sliders: id -> (slider, the fragment it belongs to). buttons: key -> (id, its fragment). uploader: the same of the
    place for a file. components: key -> id. fragments: component's id -> fragment. data: what the last component was
    given. values: what sliders were moved to, by id. report: the browser's last one. session_id: the server's name for
    the session. query: what the address has behind it.
    """

    socket: ClientConnection
    sliders: dict[str, tuple[Any, str]] = field(default_factory=dict)
    buttons: dict[str, tuple[str, str]] = field(default_factory=dict)
    uploader: tuple[str, str] = ("", "")
    components: dict[str, str] = field(default_factory=dict)
    fragments: dict[str, str] = field(default_factory=dict)
    data: bytes = b""
    values: dict[str, float] = field(default_factory=dict)
    report: Any = None
    kilobytes: float = 0.0
    session_id: str = ""
    query: str = ""

    @classmethod
    async def opened(
        cls, port: int, page: str = "", query: dict[str, str] | str = "", *, cookie: str = "", session_id: str = ""
    ) -> "Session":
        """A session whose page has been drawn. page: its path in the address; query: what the address has behind it.

        cookie, session_id: what a browser brings along that has been here before.
        """
        address = f"ws://127.0.0.1:{port}/_stcore/stream"
        names = ["streamlit", NO_TOKEN, session_id] if session_id else ["streamlit"]
        more = {"subprotocols": names, "additional_headers": {"Cookie": cookie} if cookie else {}}
        session = cls(await connect(address, max_size=None, open_timeout=PATIENCE_S, ping_timeout=None, **more))
        await session.went(page, query if isinstance(query, str) else urlencode(query))
        return session

    async def went(self, page: str, query: str = "") -> float:
        """The milliseconds until that page has been drawn, in this session."""
        start = BackMsg()
        start.rerun_script.query_string = query
        start.rerun_script.page_name = page
        self.query = query
        self.sliders, self.components, self.values, self.report = {}, {}, {}, None
        return await self.ran(start)

    def shown(self, key: str) -> float:
        """Where that slider stands."""
        (name,) = (name for name in self.sliders if name.endswith(f"-{key}"))
        slider = self.sliders[name][0]
        return (slider.value if slider.set_value else slider.default)[0]

    def range_of(self, key: str) -> tuple[float, float]:
        """The least and the greatest value of that slider."""
        (name,) = (name for name in self.sliders if name.endswith(f"-{key}"))
        return self.sliders[name][0].min, self.sliders[name][0].max

    def answer(self) -> Any:
        """What the page told the browser's part last."""
        return json.loads(self.data)

    async def moved(self, key: str, value: float) -> float:
        """The milliseconds from a move of that slider to the end of the run that it starts."""
        (name,) = (name for name in self.sliders if name.endswith(f"-{key}"))
        self.values[name] = value
        return await self.ran(self.message(self.sliders[name][1]))

    async def pressed(self, key: str) -> float:
        """The milliseconds from a press of that button to the end of the run that it starts."""
        name, fragment = self.buttons[key]
        message = self.message(fragment)
        message.rerun_script.widget_states.widgets.add(id=name).trigger_value = True
        return await self.ran(message)

    async def reported(self, report: Any) -> float:
        """The milliseconds from a report of the browser's part to the end of the run that it starts."""
        stage = self.components["stage"]
        self.report = report
        return await self.ran(self.message(self.fragments[stage]))

    def message(self, fragment: str) -> BackMsg:
        """What Streamlit's browser part sends: the states of all sliders, and the last report."""
        message = BackMsg()
        message.rerun_script.fragment_id = fragment
        states = message.rerun_script.widget_states.widgets
        for name, (slider, _) in self.sliders.items():
            value = self.values.get(name)
            states.add(id=name).double_array_value.data.extend(slider.default if value is None else [value])
        if self.report is not None:
            states.add(id=self.components["stage"]).json_value = json.dumps({"report": self.report})
        return message

    async def ran(self, message: BackMsg) -> float:
        """Send the message, read all that the run answers, and return how long that took in milliseconds."""
        start = perf_counter()
        await self.socket.send(message.SerializeToString())
        while not self._ends(await asyncio.wait_for(self.socket.recv(), PATIENCE_S)):
            pass
        return 1000 * (perf_counter() - start)

    def _ends(self, received: bytes) -> bool:
        """Whether this is the last message of a run; sliders in it are remembered, errors on the page are raised."""
        self.kilobytes += len(received) / 1024
        message = ForwardMsg.FromString(received)
        if message.HasField("new_session") and message.new_session.initialize.session_id:
            self.session_id = message.new_session.initialize.session_id
        if message.HasField("page_info_changed"):
            self.query = message.page_info_changed.query_string
        element = message.delta.new_element
        if element.HasField("exception"):
            raise RuntimeError(f"The page shows an error: {element.exception.message}")
        if element.HasField("alert"):
            raise RuntimeError(f"The page cannot be shown: {element.alert.body}")
        if element.HasField("slider"):
            self.sliders[element.slider.id] = element.slider, message.delta.fragment_id
        if element.HasField("button"):
            self.buttons[element.button.id.rsplit("-", 1)[-1]] = element.button.id, message.delta.fragment_id
        if element.HasField("file_uploader"):
            self.uploader = element.file_uploader.id, message.delta.fragment_id
        if element.HasField("bidi_component"):
            component = element.bidi_component
            self.components[component.id.rsplit("-", 1)[-1]] = component.id
            self.fragments[component.id] = message.delta.fragment_id
            self.data = component.bytes
        early = message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN  # another run follows
        return message.WhichOneof("type") == "script_finished" and not early
