"""How the app feels under a hand: measured in a real browser, beside the least app that could do as much."""
