"""The visitor's own rows, for several ideas of the chapter: one row of the state, so that a link holds them once."""

from playground.ui.own_rows import OwnRows

BROUGHT = OwnRows(key="update_own", menus=("table", "change_dataset", "update_dataset", "fall_dataset"))
"""Its name in links is from when "one update" alone had it."""
