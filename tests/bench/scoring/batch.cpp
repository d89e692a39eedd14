#include "tests/bench/scoring/batch.h"

#include <array>
#include <bit>

#include "runtime/value/iso.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace lq::bench {

AnswerColumns::AnswerColumns(std::size_t size)
    : fired(size), confidence(size), ceiling(size), status(size), outcome(size), proposed(size) {}

Answer AnswerColumns::at(std::size_t i) const {
  return {fired[i], confidence[i], ceiling[i], status[i], outcome[i], proposed[i]};
}

HandBatch::HandBatch(const BitRow& rows, bool widest) {
  for (std::size_t first = 0; first <= kRules; ++first) {
    for (std::size_t evidence = 0; evidence < 16; ++evidence) {
      const Answer& answer = rows.Of(first, evidence);
      const std::size_t index = first * 16 + evidence;
      tables_.confidence_low[index] = static_cast<std::uint8_t>(answer.confidence & 0xFFU);
      tables_.confidence_high[index] = static_cast<std::uint8_t>(answer.confidence >> 8U);
      tables_.status[index] = answer.status;
      tables_.outcome[index] = answer.outcome;
      tables_.proposed[index] = answer.proposed;
    }
  }
  for (std::size_t index = 0; index < CountryCount(); ++index) {
    const std::string_view code = CountryCode(index);
    const bool dach = code == "DE" || code == "AT" || code == "CH";
    const bool not_served = code == "KP" || code == "IR" || code == "SY" || code == "CU";
    tables_.country[index] = static_cast<std::uint8_t>((dach ? 1 : 0) | (not_served ? 2 : 0));
  }
#if defined(__x86_64__)
  __builtin_cpu_init();
  has_avx512_ = widest && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
                __builtin_cpu_supports("avx512vbmi");
#else
  static_cast<void>(widest);
  has_avx512_ = false;
#endif
}

namespace {

// Rules in the low twelve bits, evidence above, for `size` leads from `from` on: loops that
// compilers turn into vectors.
[[gnu::always_inline]] inline void Bits(const ScoringColumns& leads, std::size_t from,
                                        std::size_t size, const std::uint8_t* country_bits,
                                        std::uint16_t* bits) {
  const std::int64_t* budget = &leads.annual_budget[from];
  const std::int32_t* employees = &leads.employees[from];
  const std::uint8_t* kind = &leads.email_kind[from];
  const std::uint8_t* role = &leads.role[from];
  const std::uint8_t* industry = &leads.industry[from];
  const std::uint8_t* intent = &leads.intent[from];
  const std::uint8_t* engagement = &leads.engagement[from];
  const std::uint8_t* asked = &leads.asked_demo[from];
  for (std::size_t i = 0; i < size; ++i) {
    const unsigned country = country_bits[leads.country[from + i]];
    const unsigned decider = role[i] == kDecisionMaker;
    const unsigned influencer = role[i] == kInfluencer;
    const unsigned company = kind[i] == kCompany;
    const unsigned served_industry = industry[i] == kFinance || industry[i] == kHealth;
    unsigned row = leads.opted_in[from + i] == 0;
    row |= (country >> 1U) << 1U;
    row |= static_cast<unsigned>(kind[i] == kDisposable) << 2U;
    row |= static_cast<unsigned>((role[i] == kStudent) & (budget[i] < 10'000'00)) << 3U;
    row |= static_cast<unsigned>((employees[i] >= 1000) & asked[i]) << 4U;
    row |= (static_cast<unsigned>(intent[i] >= 80) & decider & company) << 5U;
    row |= (static_cast<unsigned>((employees[i] >= 200) & (employees[i] <= 999) &
                                  (budget[i] >= 5'000'00)) &
            (country & 1U) & (decider | influencer))
           << 6U;
    row |=
        (static_cast<unsigned>((employees[i] >= 50) & (budget[i] >= 20'000'00)) & served_industry)
        << 7U;
    row |= (static_cast<unsigned>(budget[i] >= 50'000'00) & company) << 8U;
    row |= static_cast<unsigned>((employees[i] >= 20) & (employees[i] <= 199) &
                                 (engagement[i] >= 60) & asked[i])
           << 9U;
    row |= static_cast<unsigned>((employees[i] < 20) & (engagement[i] >= 40)) << 10U;
    row |= static_cast<unsigned>((leads.visits[from + i] >= 10) & (intent[i] >= 30)) << 11U;
    row |= decider << 12U | static_cast<unsigned>(asked[i]) << 13U;
    row |= static_cast<unsigned>(intent[i] >= 70) << 14U;
    row |= static_cast<unsigned>(kind[i] == kFreeMail) << 15U;
    bits[i] = static_cast<std::uint16_t>(row);
  }
}

void BitsByLoops(const ScoringColumns& leads, std::size_t from, std::size_t size,
                 const std::uint8_t* country_bits, std::uint16_t* bits) {
  Bits(leads, from, size, country_bits, bits);
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void BitsByAvx2(const ScoringColumns& leads, std::size_t from,
                                        std::size_t size, const std::uint8_t* country_bits,
                                        std::uint16_t* bits) {
  Bits(leads, from, size, country_bits, bits);
}

bool HasAvx2() { return __builtin_cpu_supports("avx2"); }
#else
constexpr auto BitsByAvx2 = BitsByLoops;
bool HasAvx2() { return false; }
#endif

}  // namespace

void HandBatch::DecidePlain(const ScoringColumns& leads, std::size_t from,
                            AnswerColumns& answers) const {
  static const auto fill = HasAvx2() ? BitsByAvx2 : BitsByLoops;
  std::array<std::uint16_t, 256> bits;
  while (from < leads.size()) {
    const std::size_t size = std::min(bits.size(), leads.size() - from);
    fill(leads, from, size, tables_.country, bits.data());
    for (std::size_t i = 0; i < size; ++i) {
      const unsigned fired = bits[i] & 0xFFFU;
      const auto first = static_cast<unsigned>(std::countr_zero(fired | (1U << kRules)));
      const unsigned index = first * 16 + (bits[i] >> kRules);
      const std::size_t at = from + i;
      answers.fired[at] = static_cast<std::uint16_t>(fired);
      answers.confidence[at] = static_cast<std::uint16_t>(tables_.confidence_low[index] |
                                                          tables_.confidence_high[index] << 8);
      answers.ceiling[at] = answers.confidence[at];
      answers.status[at] = tables_.status[index];
      answers.outcome[at] = tables_.outcome[index];
      answers.proposed[at] = tables_.proposed[index];
    }
    from += size;
  }
}

#if defined(__x86_64__)

#define LQ_WIDE [[gnu::target("avx512f,avx512bw,avx512vl,avx512dq,avx512vbmi")]]

// 64 leads at a time.
struct HandBatch::Wide {
  const Tables& tables;
  const ScoringColumns& leads;
  std::size_t from;

  // A bit a lead.
  using Mask = std::uint64_t;

  LQ_WIDE __m512i Bytes(const std::vector<std::uint8_t>& column) const {
    return _mm512_loadu_si512(&column[from]);
  }
  LQ_WIDE static Mask Is(__m512i bytes, int value) {
    return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(static_cast<char>(value)));
  }
  LQ_WIDE static Mask AtLeast(__m512i bytes, int value) {
    return _mm512_cmpge_epu8_mask(bytes, _mm512_set1_epi8(static_cast<char>(value)));
  }
  LQ_WIDE static __m512i Lookup(const std::uint8_t (&table)[256], __m512i index) {
    const __m512i low =
        _mm512_permutex2var_epi8(_mm512_load_si512(table), index, _mm512_load_si512(table + 64));
    const __m512i high = _mm512_permutex2var_epi8(_mm512_load_si512(table + 128), index,
                                                  _mm512_load_si512(table + 192));
    return _mm512_mask_mov_epi8(low, _mm512_movepi8_mask(index), high);
  }
  LQ_WIDE static void StoreWords(__m512i low, __m512i high, std::uint16_t* to) {
    const __m256i low_halves[] = {_mm512_castsi512_si256(low), _mm512_extracti64x4_epi64(low, 1)};
    const __m256i high_halves[] = {_mm512_castsi512_si256(high),
                                   _mm512_extracti64x4_epi64(high, 1)};
    for (int half = 0; half < 2; ++half) {
      const __m512i words =
          _mm512_or_si512(_mm512_cvtepu8_epi16(low_halves[half]),
                          _mm512_slli_epi16(_mm512_cvtepu8_epi16(high_halves[half]), 8));
      _mm512_storeu_si512(to + 32 * half, words);
    }
  }

  // Leads with at least so many employees, for 20, 50, 200 and 1,000.
  LQ_WIDE void Employees(std::array<Mask, 4>& at_least) const {
    static constexpr std::array<short, 4> kLimits = {20, 50, 200, 1000};
    at_least = {};
    for (unsigned half = 0; half < 2; ++half) {
      const std::int32_t* employees = &leads.employees[from + 32 * half];
      const __m256i low = _mm512_cvtusepi32_epi16(_mm512_loadu_si512(employees));
      const __m256i high = _mm512_cvtusepi32_epi16(_mm512_loadu_si512(employees + 16));
      const __m512i words = _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
      for (std::size_t i = 0; i < 4; ++i) {
        at_least[i] |= Mask{_mm512_cmpge_epu16_mask(words, _mm512_set1_epi16(kLimits[i]))}
                       << (32 * half);
      }
    }
  }

  // Leads with a budget of at least so many cents.
  LQ_WIDE void Budgets(std::array<Mask, 4>& at_least) const {
    static constexpr std::array<int, 4> kLimits = {5'000'00, 10'000'00, 20'000'00, 50'000'00};
    at_least = {};
    for (unsigned quarter = 0; quarter < 4; ++quarter) {
      const std::int64_t* budgets = &leads.annual_budget[from + 16 * quarter];
      const __m256i low = _mm512_cvtusepi64_epi32(_mm512_loadu_si512(budgets));
      const __m256i high = _mm512_cvtusepi64_epi32(_mm512_loadu_si512(budgets + 8));
      const __m512i words = _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
      for (std::size_t i = 0; i < 4; ++i) {
        at_least[i] |= Mask{_mm512_cmpge_epu32_mask(words, _mm512_set1_epi32(kLimits[i]))}
                       << (16 * quarter);
      }
    }
  }

  LQ_WIDE Mask Visited() const {
    const __m512i ten = _mm512_set1_epi16(10);
    const Mask low = _mm512_cmpge_epu16_mask(_mm512_loadu_si512(&leads.visits[from]), ten);
    const Mask high = _mm512_cmpge_epu16_mask(_mm512_loadu_si512(&leads.visits[from + 32]), ten);
    return low | high << 32U;
  }

  LQ_WIDE __m512i CountryBits() const {
    const __m256i low = _mm512_cvtepi16_epi8(_mm512_loadu_si512(&leads.country[from]));
    const __m256i high = _mm512_cvtepi16_epi8(_mm512_loadu_si512(&leads.country[from + 32]));
    return Lookup(tables.country, _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1));
  }

  // Rules, then evidence.
  LQ_WIDE void Bits(std::array<Mask, kRules + kEvidence>& bits) const {
    std::array<Mask, 4> employees;
    std::array<Mask, 4> budget;
    Employees(employees);
    Budgets(budget);
    const __m512i country = CountryBits();
    const __m512i kind = Bytes(leads.email_kind);
    const __m512i role = Bytes(leads.role);
    const __m512i industry = Bytes(leads.industry);
    const __m512i intent = Bytes(leads.intent);
    const __m512i engagement = Bytes(leads.engagement);
    const __m512i asked_bytes = Bytes(leads.asked_demo);
    const Mask asked = _mm512_test_epi8_mask(asked_bytes, asked_bytes);
    const Mask company = Is(kind, kCompany);
    const Mask decider = Is(role, kDecisionMaker);
    bits[0] = Is(Bytes(leads.opted_in), 0);
    bits[1] = _mm512_test_epi8_mask(country, _mm512_set1_epi8(2));
    bits[2] = Is(kind, kDisposable);
    bits[3] = Is(role, kStudent) & ~budget[1];
    bits[4] = employees[3] & asked;
    bits[5] = AtLeast(intent, 80) & decider & company;
    bits[6] = employees[2] & ~employees[3] & _mm512_test_epi8_mask(country, _mm512_set1_epi8(1)) &
              budget[0] & (decider | Is(role, kInfluencer));
    bits[7] = (Is(industry, kFinance) | Is(industry, kHealth)) & employees[1] & budget[2];
    bits[8] = budget[3] & company;
    bits[9] = employees[0] & ~employees[2] & AtLeast(engagement, 60) & asked;
    bits[10] = ~employees[0] & AtLeast(engagement, 40);
    bits[11] = Visited() & AtLeast(intent, 30);
    bits[12] = decider;
    bits[13] = asked;
    bits[14] = AtLeast(intent, 70);
    bits[15] = Is(kind, kFreeMail);
  }

  LQ_WIDE void Decide(AnswerColumns& answers) const {
    std::array<Mask, kRules + kEvidence> bits;
    Bits(bits);
    __m512i index = _mm512_set1_epi8(static_cast<char>(kRules * 16));
    for (std::size_t rule = kRules; rule-- > 0;) {
      index =
          _mm512_mask_mov_epi8(index, bits[rule], _mm512_set1_epi8(static_cast<char>(rule * 16)));
    }
    for (std::size_t item = 0; item < kEvidence; ++item) {
      index = _mm512_mask_add_epi8(index, bits[kRules + item], index,
                                   _mm512_set1_epi8(static_cast<char>(1U << item)));
    }
    __m512i fired[2] = {_mm512_setzero_si512(), _mm512_setzero_si512()};
    for (std::size_t rule = 0; rule < kRules; ++rule) {
      __m512i& byte = fired[rule / 8];
      byte = _mm512_mask_add_epi8(byte, bits[rule], byte,
                                  _mm512_set1_epi8(static_cast<char>(1U << rule % 8)));
    }
    StoreWords(fired[0], fired[1], &answers.fired[from]);
    const __m512i low = Lookup(tables.confidence_low, index);
    const __m512i high = Lookup(tables.confidence_high, index);
    StoreWords(low, high, &answers.confidence[from]);
    StoreWords(low, high, &answers.ceiling[from]);
    _mm512_storeu_si512(&answers.status[from], Lookup(tables.status, index));
    _mm512_storeu_si512(&answers.outcome[from], Lookup(tables.outcome, index));
    _mm512_storeu_si512(&answers.proposed[from], Lookup(tables.proposed, index));
  }

  LQ_WIDE std::size_t DecideAll(AnswerColumns& answers) {
    for (; from + 64 <= leads.size(); from += 64)
      Decide(answers);
    return from;
  }
};

void HandBatch::Decide(const ScoringColumns& leads, AnswerColumns& answers) const {
  const std::size_t done = has_avx512_ ? Wide{tables_, leads, 0}.DecideAll(answers) : 0;
  DecidePlain(leads, done, answers);
}

std::string_view HandBatch::vectors() const {
  return has_avx512_ ? "AVX-512" : HasAvx2() ? "AVX2" : "SSE2";
}

#else

void HandBatch::Decide(const ScoringColumns& leads, AnswerColumns& answers) const {
  DecidePlain(leads, 0, answers);
}

std::string_view HandBatch::vectors() const { return "the compiler's"; }

#endif

}  // namespace lq::bench
