"""How much of a foreign file is read, and how sharp its pages become; known to both processes."""

MEGABYTE = 1024 * 1024

MOST_BYTES = 64 * MEGABYTE
MOST_PAGES = 500
MOST_PIXELS = 40_000_000

DPI = 150
# A4 at 150 dpi: a photo is decoded at an eighth, a quarter or a half while it keeps as much.
PAGE_SIDE = 1754
# A3 at 150 dpi; a photographed sheet of A4 keeps 150 to 212 dpi, less what is around it.
LONGEST_SIDE = 2480

# What the reading process may use; a file that wants more is not read.
MEMORY = 1024 * MEGABYTE
CPU_SECONDS = 120
# How long it may say nothing, and how long it may take in all.
PAGE_SECONDS = 20.0
WALL_SECONDS = 180.0

# What the process that reads words may use.
WORDS_MEMORY = 1536 * MEGABYTE
WORDS_SECONDS = 60.0
# A decision says who decided what on its first pages.
WORDS_PAGES = 3
WORDS_BYTES = MEGABYTE

# What the process may use that tells the text of a PDF, and finds its square code.
LOOK_SECONDS = 60.0
LOOK_SIGNS = 4_000_000
