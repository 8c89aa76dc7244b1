// The population kernel of miit-2022-63/innovative as a C programmer would write it, for `npm run bench` to be held
// against. Reads columns and row count from a file, evaluates all rows once per line on standard input, prints nanoseconds.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct {
  const uint8_t *high_value_low, *high_value_high, *own_low, *own_high, *one_low, *one_high, *two_low, *two_high;
  const double *rd, *revenue, *main, *main_before, *debt, *assets;
  const uint8_t *emerging, *awards_low, *awards_high, *honours_low, *honours_high, *labs_low, *labs_high;
  const double *equity_low, *equity_high;
} columns;

// An open indicator counts from its last to its first points.
typedef struct {
  int code, lower, upper;
} indicator;

static inline indicator five(int a, int b, int c, int d, int open) {
  int reached = a + b + c + d;
  int lower = 5 * reached;
  return (indicator){open ? 5 : 4 - reached, lower, open ? 20 : lower};
}

static inline uint32_t firm(const columns *f, size_t i) {
  int a1 = f->high_value_low[i] >= 1, b1 = a1 | (f->own_low[i] >= 1), c1 = b1 | (f->one_low[i] >= 1), d1 = c1 | (f->two_low[i] >= 1);
  int a2 = f->high_value_high[i] >= 1, b2 = a2 | (f->own_high[i] >= 1), c2 = b2 | (f->one_high[i] >= 1), d2 = c2 | (f->two_high[i] >= 1);
  int worst = 4 - (a1 + b1 + c1 + d1), best = 4 - (a2 + b2 + c2 + d2);
  int rights_code = worst * (worst + 1) / 2 + best;
  int rights_lower = 20 - 5 * worst, rights_upper = 20 - 5 * best;

  double rd = f->rd[i], revenue = f->revenue[i] > 0 ? f->revenue[i] : NAN;
  indicator intensity = five(rd * 20 >= revenue, rd * 100 >= revenue * 3, rd * 50 >= revenue, rd * 100 >= revenue, isnan(rd) | isnan(revenue));

  double main = f->main[i], before = f->main_before[i] > 0 ? f->main_before[i] : NAN;
  indicator growth = five(main * 20 >= before * 23, main * 10 >= before * 11, main * 20 >= before * 21, main >= before, isnan(main) | isnan(before));

  double debt = f->debt[i], assets = f->assets[i] > 0 ? f->assets[i] : NAN;
  int low_debt = debt * 20 <= assets * 11, some_debt = debt * 4 <= assets * 3;
  int debt_open = isnan(debt) | isnan(assets), debt_lower = 5 * (low_debt + some_debt);
  int debt_code = debt_open ? 3 : 2 - low_debt - some_debt, debt_upper = debt_open ? 10 : debt_lower;

  int emerging = f->emerging[i] == 1, emerging_open = f->emerging[i] == 0;
  int field_lower = emerging ? 10 : 5, field_upper = emerging_open ? 10 : field_lower, field_code = emerging_open ? 2 : 1 - emerging;

  indicator share = five(main * 10 >= revenue * 7, main * 5 >= revenue * 3, main * 20 >= revenue * 11, main * 2 >= revenue, isnan(main) | isnan(revenue));

  int innovation = rights_lower + intensity.lower, growing = growth.lower + debt_lower, special = field_lower + share.lower;
  int innovation_most = rights_upper + intensity.upper, growing_most = growth.upper + debt_upper, special_most = field_upper + share.upper;
  int s1 = (innovation + growing + special >= 60) & (innovation >= 20) & (growing >= 15) & (special >= 15);
  int s2 = (innovation_most + growing_most + special_most >= 60) & (innovation_most >= 20) & (growing_most >= 15) & (special_most >= 15);
  int award1 = f->awards_low[i] >= 1, award2 = f->awards_high[i] >= 1;
  int honour1 = f->honours_low[i] >= 1, honour2 = f->honours_high[i] >= 1;
  int lab1 = f->labs_low[i] >= 1, lab2 = f->labs_high[i] >= 1;
  int equity1 = f->equity_low[i] >= 500000000.0, equity2 = f->equity_high[i] >= 500000000.0;
  int met = (s1 | award1 | honour1 | lab1 | equity1) + (s2 | award2 | honour2 | lab2 | equity2);
  return (uint32_t)(met | rights_code << 2 | intensity.code << 6 | growth.code << 9 | share.code << 12 | debt_code << 15 |
                    field_code << 17 | (s1 + s2) << 19 | (award1 + award2) << 21 | (honour1 + honour2) << 23 |
                    (lab1 + lab2) << 25 | (equity1 + equity2) << 27);
}

static void run(const columns *f, uint32_t *restrict out, size_t rows) {
  for (size_t i = 0; i < rows; i++) out[i] = firm(f, i);
}

int main(int count, char **given) {
  if (count != 4) return 2;
  size_t rows = strtoull(given[2], NULL, 10);
  FILE *in = fopen(given[1], "rb");
  if (!in) return 1;
  columns f;
  // The struct lists the columns in the order of the plan; bytes and doubles alternate as there.
  const void **members = (const void **)&f;
  static const int size[] = {1, 1, 1, 1, 1, 1, 1, 1, 8, 8, 8, 8, 8, 8, 1, 1, 1, 1, 1, 1, 1, 8, 8};
  for (size_t at = 0; at < sizeof size / sizeof *size; at++) {
    void *column = malloc(rows * size[at]);
    if (fread(column, size[at], rows, in) != rows) return 1;
    members[at] = column;
  }
  fclose(in);
  uint32_t *out = malloc(rows * 4);
  char line[16];
  while (fgets(line, sizeof line, stdin)) {
    struct timespec begun, ended;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begun);
    run(&f, out, rows);
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &ended);
    printf("%lld\n", (ended.tv_sec - begun.tv_sec) * 1000000000LL + (ended.tv_nsec - begun.tv_nsec));
    fflush(stdout);
  }
  FILE *results = fopen(given[3], "wb");
  if (!results || fwrite(out, 4, rows, results) != rows) return 1;
  return fclose(results);
}
