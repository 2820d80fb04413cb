"""
What the network knows of a word's form: one row number in each of several tables. `src/text/neural/word-features.ts` does the
same; `word-features.test.ts` holds both to the same numbers.
"""
import re
import unicodedata
from functools import lru_cache

PREFIXES = ((2, 1024), (3, 2048))
SUFFIXES = ((1, 256), (2, 1024), (3, 2048), (4, 4096))
SHAPES = 512

QUOTES = ((r"[‘’‛ʼ′`´]", "'"), (r"[“”„‟″«»]", '"'), (r"[‐‑‒]", "-"), (r"^[–—―]+$", "--"), (r"[–—―]", "-"), (r"…", "..."))


def plain_form(form):
    """Typographic quotes, dashes and ellipses as their plain counterparts."""
    for pattern, plain in QUOTES:
        form = re.sub(pattern, plain, form)
    return form


def lower_form(plain):
    return re.sub(r"[0-9]", "0", plain.lower())


def hash_text(text):
    """FNV-1a over UTF-16 units, with a final mix; as `src/text/hashing.ts`, unsigned."""
    value = 0x811C9DC5
    units = text.encode("utf-16-le")
    for i in range(0, len(units), 2):
        value = ((value ^ (units[i] | units[i + 1] << 8)) * 0x01000193) & 0xFFFFFFFF
    value ^= value >> 15
    return (value * 0x2C1B3C6D) & 0xFFFFFFFF


def shape_of(plain):
    """`Baku` → `Xx`, `1,200` → `0,0`: the kinds of characters, runs of more than two shortened."""
    shape, last, run = "", "", 0
    for character in plain[:24]:
        category = unicodedata.category(character)
        kind = "X" if category == "Lu" else "x" if category[0] == "L" else "0" if category[0] == "N" else character
        run = run + 1 if kind == last else 1
        last = kind
        if run <= 2:
            shape += kind
    return shape


@lru_cache(maxsize=None)
def affix_rows(form):
    """Rows of prefixes, suffixes and shape in one table, the parts laid end to end."""
    plain = plain_form(form)
    lower = lower_form(plain)
    rows, base = [], 0
    for length, buckets in PREFIXES:
        rows.append(base + hash_text("<" + lower[:length]) % buckets)
        base += buckets
    for length, buckets in SUFFIXES:
        rows.append(base + hash_text(lower[-length:] + ">") % buckets)
        base += buckets
    rows.append(base + hash_text(shape_of(plain)) % SHAPES)
    return tuple(rows)


AFFIX_ROWS = sum(buckets for _, buckets in PREFIXES + SUFFIXES) + SHAPES
AFFIXES = len(PREFIXES) + len(SUFFIXES) + 1
