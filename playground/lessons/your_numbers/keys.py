"""Keys of the page's state, by what follows from them."""

AUTO = "as it looks"
"""What is to be guessed."""
NUMBER, YES_OR_NO = "a number", "yes or no"
"""What is predicted."""

TABLE = ("your_table", "your_file")
FORMAT = ("your_encoding", "your_delimiter", "your_decimal_mark", "your_header")
CHOICE = ("your_label", "your_features", "your_kind", "your_swapped")
PREPARATION = ("your_standardise", "your_test", "your_seed", "your_activation", "your_bias")
RUN = (
    "your_optimizer",
    "your_loss",
    "your_convention",
    "your_rate_share",
    "your_learning_rate",
    "your_momentum",
    "your_nesterov",
    "your_l1",
    "your_l2",
    "your_batch_size",
    "your_shuffle",
    "your_initializer",
    "your_start_weights",
    "your_start_bias",
    "your_epochs",
)
"""What the run follows from, beside the rows and how they are prepared."""

OF_RUN = (*TABLE, *FORMAT, *CHOICE, *PREPARATION, *RUN)
"""What tells one run from another."""

MEAN, HALF, SUM = "mean", "half the mean", "sum"
CONVENTIONS = (MEAN, HALF, SUM)
"""What the loss of many rows is called: of squared errors some courses take half the mean, others the sum."""

AGAINST, ABOVE = "predicted against measured", "the plane from above"
"""How two features and a number are seen."""

PASTED, TOO_LONG, UPLOADED = "text", "long text", "upload"
"""Where the table came from, as far as a link says it: the first is in the link, the others are not."""
