"""How much of a foreign file is read, and how sharp its pages become; known to both processes."""

MEGABYTE = 1024 * 1024

MOST_BYTES = 20 * MEGABYTE
MOST_PAGES = 30
MOST_PIXELS = 40_000_000

DPI = 150
# A3 at 150 dpi; a photographed sheet of A4 keeps 212 dpi, less what the photo shows around it.
LONGEST_SIDE = 2480

# What the reading process may use; a file that wants more is not read.
MEMORY = 1536 * MEGABYTE
CPU_SECONDS = 15
WALL_SECONDS = 30.0
