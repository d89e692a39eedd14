#include <array>
#include <bit>
#include <cstring>

#include "runtime/engine/decision_maker.h"

namespace lq::engine {
namespace {

// Judged at a time: their verdicts stay in the nearest memory until the rarer ones are known.
constexpr std::size_t kChunkBlocks = 16;
constexpr std::size_t kBlock = 64;

}  // namespace

void DecisionMaker::JudgeColumns(const LeadColumns& leads, const DecisionInputs& inputs,
                                 const VerdictColumns& verdicts) {
  StartGathering(leads);
  std::size_t done = 0;
  const NativeEntries* const native = native_.load(std::memory_order_acquire);
  if (native != nullptr && native->judge_columns != nullptr && short_way_ &&
      quick_.AreDefaults(inputs.toggles) && !quick_.rows().has_coded() && PointToColumns(leads))
    done = JudgeBlocks(*native, leads, inputs, verdicts);
  for (std::size_t lead = done; lead < leads.size; ++lead)
    JudgeOne(leads, lead, inputs, verdicts);
}

// The columns that the kernel looks at, in its order. False when one is not there.
bool DecisionMaker::PointToColumns(const LeadColumns& leads) {
  kernel_columns_.clear();
  const auto add = [&](const auto& steps) {
    for (const auto& step : steps)
      kernel_columns_.push_back({leads.fields[step.field], step.field});
  };
  const RowTables& tables = quick_.rows().tables();
  add(tables.bytes);
  add(tables.shorts);
  add(tables.words);
  add(tables.wides);
  return std::none_of(kernel_columns_.begin(), kernel_columns_.end(),
                      [](const KernelColumn& column) { return column.begin == nullptr; });
}

// Gives how many leads are judged: all whole blocks.
std::size_t DecisionMaker::JudgeBlocks(const NativeEntries& native, const LeadColumns& leads,
                                       const DecisionInputs& inputs,
                                       const VerdictColumns& verdicts) {
  const std::size_t blocks = leads.size / kBlock;
  std::array<std::uint64_t, kChunkBlocks> rarer;
  column_pointers_.resize(kernel_columns_.size());
  for (std::size_t first = 0; first < blocks; first += kChunkBlocks) {
    const std::size_t count = std::min(kChunkBlocks, blocks - first);
    for (std::size_t i = 0; i < kernel_columns_.size(); ++i) {
      const std::size_t size = plan::SizeOf(quick_.layout().field(kernel_columns_[i].field).kind);
      column_pointers_[i] =
          static_cast<const std::byte*>(kernel_columns_[i].begin) + first * kBlock * size;
    }
    const VerdictColumns out = From(verdicts, first * kBlock);
    native.judge_columns(column_pointers_.data(), count, &out, rarer.data());
    for (std::size_t block = 0; block < count; ++block) {
      for (std::uint64_t rest = rarer[block]; rest != 0; rest &= rest - 1) {
        const auto lane = static_cast<std::size_t>(std::countr_zero(rest));
        JudgeOne(leads, (first + block) * kBlock + lane, inputs, verdicts);
      }
    }
  }
  return blocks * kBlock;
}

VerdictColumns DecisionMaker::From(const VerdictColumns& verdicts, std::size_t first) const {
  return {verdicts.status + first,
          verdicts.outcome + first,
          verdicts.proposed + first,
          verdicts.confidence + first,
          verdicts.ceiling + first,
          static_cast<std::byte*>(verdicts.fired) + first * quick_.fired_bytes()};
}

// The rows of columns, one after the other. What the last lead left in the row is written over.
void DecisionMaker::JudgeOne(const LeadColumns& leads, std::size_t lead,
                             const DecisionInputs& inputs, const VerdictColumns& verdicts) {
  const plan::RowLayout& layout = quick_.layout();
  for (const std::uint32_t field : present_columns_) {
    const std::size_t size = plan::SizeOf(layout.field(field).kind);
    const auto* const begin = static_cast<const std::byte*>(leads.fields[field]);
    layout.Copy(field, begin + lead * size, row_.data());
  }
  const Verdict verdict = JudgeRow(row_.data(), inputs);
  const auto outcomes = static_cast<std::uint8_t>(plan_.outcomes.size());
  const bool settled = verdict.status == Status::kSettled;
  const bool undecided = verdict.status == Status::kUndecided;
  verdicts.status[lead] = static_cast<std::uint8_t>(verdict.status);
  verdicts.proposed[lead] = static_cast<std::uint8_t>(verdict.proposed);
  verdicts.outcome[lead] = settled     ? static_cast<std::uint8_t>(verdict.proposed)
                           : undecided ? outcomes
                                       : static_cast<std::uint8_t>(outcomes + 1);
  verdicts.confidence[lead] = verdict.confidence;
  verdicts.ceiling[lead] = verdict.ceiling;
  std::memcpy(static_cast<std::byte*>(verdicts.fired) + lead * quick_.fired_bytes(), verdict.fired,
              quick_.fired_bytes());
}

// A row without a value, and the columns that fill it in.
void DecisionMaker::StartGathering(const LeadColumns& leads) {
  quick_.layout().Clear(row_.data());
  present_columns_.clear();
  for (std::uint32_t field = 0; field < leads.fields.size(); ++field) {
    if (leads.fields[field] != nullptr)
      present_columns_.push_back(field);
  }
}

}  // namespace lq::engine
