/*
 * The parts of training that PyTorch does in many passes over memory, in one each: an LSTM's cells, forward and backward, and a step of Adam with the
 * running mean of the weights. Rows are words, `units` numbers each; gates stand in PyTorch's order (in, forget, new, out).
 */
#include <math.h>
#include <stddef.h>

/* Beyond this a gate is open or shut; without the bound, fast arithmetic makes NaN of an infinite power. */
static inline float bounded(float x) { return x < -40 ? -40 : x > 40 ? 40 : x; }
static inline float sigmoid(float x) { return 1 / (1 + expf(-bounded(x))); }
static inline float hyperbolic(float x) { return 2 / (1 + expf(-2 * bounded(x))) - 1; }

/* `gates` holds what the state before adds, `x` what the input adds; `gates` becomes the gates themselves. */
void cells_forward(int rows, int units, const float *restrict x, float *restrict gates, const float *restrict before,
                   float *restrict cell, float *restrict out) {
  for (int i = 0; i < rows; i++) {
    const size_t at = (size_t)i * units;
    const float *in = x + 4 * at;
    float *g = gates + 4 * at;
    for (int j = 0; j < 2 * units; j++) g[j] = sigmoid(g[j] + in[j]);
    for (int j = 2 * units; j < 3 * units; j++) g[j] = hyperbolic(g[j] + in[j]);
    for (int j = 3 * units; j < 4 * units; j++) g[j] = sigmoid(g[j] + in[j]);
    for (int j = 0; j < units; j++) {
      const float value = g[units + j] * before[at + j] + g[j] * g[2 * units + j];
      cell[at + j] = value;
      out[at + j] = g[3 * units + j] * hyperbolic(value);
    }
  }
}

/* `gates` becomes the gradient of what was added up for them; `cell_gradient` that of the cell before. */
void cells_backward(int rows, int units, float *restrict gates, const float *restrict before, const float *restrict cell,
                    const float *restrict out_gradient, float *restrict cell_gradient) {
  for (int i = 0; i < rows; i++) {
    const size_t at = (size_t)i * units;
    float *g = gates + 4 * at;
    for (int j = 0; j < units; j++) {
      const float in = g[j], forget = g[units + j], new = g[2 * units + j], open = g[3 * units + j];
      const float bent = hyperbolic(cell[at + j]), d = out_gradient[at + j];
      const float c = cell_gradient[at + j] + d * open * (1 - bent * bent);
      g[j] = c * new * in * (1 - in);
      g[units + j] = c * before[at + j] * forget * (1 - forget);
      g[2 * units + j] = c * in * (1 - new * new);
      g[3 * units + j] = d * bent * open * (1 - open);
      cell_gradient[at + j] = c * forget;
    }
  }
}

/* Adam (Kingma and Ba 2015); `bias1` and `bias2` undo the zeros that the means began with. `mean` follows the weights, keeping `keep` of itself. */
void adam(size_t count, float *restrict weights, const float *restrict gradient, float *restrict first, float *restrict second,
          float *restrict mean, float scale, float rate, float beta1, float beta2, float bias1, float bias2, float keep) {
  const float step = rate / bias1, root = 1 / sqrtf(bias2);
  for (size_t i = 0; i < count; i++) {
    const float d = gradient[i] * scale;
    first[i] = beta1 * first[i] + (1 - beta1) * d;
    second[i] = beta2 * second[i] + (1 - beta2) * d * d;
    weights[i] -= step * first[i] / (sqrtf(second[i]) * root + 1e-8f);
    mean[i] = keep * mean[i] + (1 - keep) * weights[i];
  }
}
