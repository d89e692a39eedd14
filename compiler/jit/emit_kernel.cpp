#include "compiler/jit/emit_kernel.h"

#include <algorithm>
#include <bit>
#include <vector>

#include "compiler/jit/kernel_function.h"
#include "compiler/jit/outcome_bounds.h"
#include "runtime/engine/verdict.h"

namespace lq::jit {
namespace {

// More heads than this would crowd a cache.
constexpr std::size_t kMostHeads = 1024;
// Of more outcomes a verdict by both rails is worked out elsewhere.
constexpr std::size_t kMostOutcomes = 8;

// Verdict judge(row, start, fired)
class JudgeFunction : KernelFunction {
 public:
  using KernelFunction::KernelFunction;

  void Emit() {
    llvm::Type* const word = build_.getInt64Ty();
    result_ = llvm::StructType::get(word, word);
    llvm::Function* const function =
        Begin("judge", result_, {build_.getPtrTy(), word, build_.getPtrTy()});
    auto* const known = llvm::BasicBlock::Create(module_.getContext(), "known", function);
    auto* const partly = llvm::BasicBlock::Create(module_.getContext(), "partly", function);
    rarer_ = llvm::BasicBlock::Create(module_.getContext(), "rarer", function);
    build_.CreateCondBr(AllKnown(), known, partly);
    build_.SetInsertPoint(known);
    Value* bits = build_.CreateTrunc(function->getArg(1), bits_);
    EachField(true, [&](const RowTables::Entries& entries, Value* code) {
      bits = build_.CreateAnd(bits, Element(bits_, Pool(), entries.first, code));
    });
    Conclude(bits, function->getArg(2));
    build_.SetInsertPoint(partly);
    ConcludePartly(function->getArg(1), function->getArg(2));
    build_.SetInsertPoint(rarer_);
    build_.CreateRet(llvm::ConstantAggregateZero::get(result_));
  }

 private:
  Value* AllKnown() {
    Value* absent = build_.getInt64(0);
    for (std::size_t i = 0; i < kernel_.looked_at.size(); ++i) {
      if (kernel_.looked_at[i] == 0)
        continue;
      Value* const word = OfRow(build_.getInt64Ty(), i * sizeof(std::uint64_t));
      absent =
          build_.CreateOr(absent, build_.CreateAnd(word, build_.getInt64(kernel_.looked_at[i])));
    }
    return build_.CreateICmpEQ(absent, build_.getInt64(0));
  }

  // Leaves for the rarer way where bits need more than tables.
  void LeaveOn(Value* bits) {
    auto* const next = llvm::BasicBlock::Create(module_.getContext(), "tables",
                                                build_.GetInsertBlock()->getParent());
    build_.CreateCondBr(build_.CreateICmpEQ(bits, Bits(0)), next, rarer_);
    build_.SetInsertPoint(next);
  }

  void Conclude(Value* bits, Value* fired_at) {
    if (heads_.untold() != 0)
      LeaveOn(build_.CreateAnd(bits, Bits(heads_.untold())));
    Value* const fired = build_.CreateAnd(bits, Bits(kernel_.winners.rules));
    Value* const winner = Winner(fired);
    if (heads_.guards() != 0) {
      Value* const own = OfWinner(winner, [](const WinnerTables::Winner& w) { return w.guards; });
      LeaveOn(build_.CreateAnd(bits, build_.CreateTrunc(own, bits_)));
    }
    Value* const head =
        heads_.count() > kMostHeads ? HeadByOutcome(winner, bits) : HeadByAll(winner, bits);
    Return(head, fired, fired_at);
  }

  void Return(Value* head, Value* fired, Value* fired_at) {
    build_.CreateStore(build_.CreateZExt(fired, build_.getInt64Ty()), fired_at);
    Value* verdict = build_.CreateInsertValue(llvm::PoisonValue::get(result_), head, 0);
    verdict =
        build_.CreateInsertValue(verdict, build_.CreatePtrToInt(fired_at, build_.getInt64Ty()), 1);
    build_.CreateRet(verdict);
  }

  // By both rails, where some field has no value. Every outcome is looked up, and says nothing
  // where it cannot be the one: there are few, and branches would cost more.
  void ConcludePartly(Value* start, Value* fired_at) {
    const WinnerTables& tables = kernel_.winners;
    std::vector<OutcomeBounds> outcomes;
    for (std::uint32_t i = 0; i < tables.outcomes.size(); ++i)
      outcomes.emplace_back(tables, i);
    const auto usable = [](const OutcomeBounds& bounds) { return bounds.usable(); };
    if (outcomes.size() > kMostOutcomes || !std::all_of(outcomes.begin(), outcomes.end(), usable)) {
      build_.CreateBr(rarer_);
      return;
    }
    Sweep(start);
    if (heads_.untold() != 0)
      LeaveOn(build_.CreateAnd(open_, Bits(heads_.untold())));
    Assume();
    Value* const fired = build_.CreateAnd(holds_, Bits(tables.rules));
    Value* const winner = Winner(fired);
    Value* const rivals = build_.CreateAnd(open_, Rivals(winner));
    Value* const undecided = build_.CreateICmpNE(rivals, Bits(0));
    LeaveOnGuards(winner, undecided);
    Value* const in_play = build_.CreateOr(rivals, build_.CreateAnd(open_, OwnRules(winner)));
    Value* const none_fired =
        build_.CreateZExt(build_.CreateICmpEQ(fired, Bits(0)), build_.getInt64Ty());
    Value* confidence = build_.getInt16(999);
    Value* ceiling = build_.getInt16(1);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      const Indices at = IndicesOf(outcomes[i], tables.outcomes[i], in_play, none_fired);
      llvm::Type* const type = build_.getInt16Ty();
      Value* const low = Element(type, Table(module_, outcomes[i].low()), 0, at.low);
      Value* const high = Element(type, Table(module_, outcomes[i].high()), 0, at.high);
      confidence = build_.CreateBinaryIntrinsic(llvm::Intrinsic::umin, confidence, low);
      ceiling = build_.CreateBinaryIntrinsic(llvm::Intrinsic::umax, ceiling, high);
    }
    Return(PartlyHead(winner, undecided, confidence, ceiling), fired, fired_at);
  }

  Value* PartlyHead(Value* winner, Value* undecided, Value* confidence, Value* ceiling) {
    llvm::Type* const word = build_.getInt64Ty();
    confidence = build_.CreateZExt(confidence, word);
    Value* const needs = OfWinner(
        winner, [](const WinnerTables::Winner& w) { return static_cast<std::uint64_t>(w.needs); });
    Value* const proposed =
        OfWinner(winner, [](const WinnerTables::Winner& w) { return std::uint64_t{w.outcome}; });
    Value* status = build_.CreateSelect(build_.CreateICmpULT(confidence, needs),
                                        StatusIs(Status::kDoubtful), StatusIs(Status::kSettled));
    status = build_.CreateSelect(undecided, StatusIs(Status::kUndecided), status);
    Value* head = build_.CreateOr(status, build_.CreateShl(proposed, 16));
    head = build_.CreateOr(head, build_.CreateShl(confidence, 32));
    return build_.CreateOr(head, build_.CreateShl(build_.CreateZExt(ceiling, word), 48));
  }

  Value* StatusIs(Status status) { return build_.getInt64(static_cast<std::uint64_t>(status)); }

  void Assume() {
    const WinnerTables& tables = kernel_.winners;
    holds_ = build_.CreateOr(holds_, build_.CreateAnd(open_, Bits(tables.assume_yes)));
    Value* const held = build_.CreateOr(holds_, Bits(~tables.assume_no));
    open_ = build_.CreateAnd(open_, held);
  }

  // Bits of rules that could win against the first that holds.
  Value* Rivals(Value* winner) {
    const WinnerTables& tables = kernel_.winners;
    const WinnerTables::Winner& otherwise = heads_.winner(heads_.winners() - 1);
    Value* const rivals = OfWinner(winner, [&](const WinnerTables::Winner& w) {
      return &w == &otherwise ? tables.rules & ~tables.outcomes[w.outcome].rules
                              : tables.outcomes[w.outcome].stronger;
    });
    return build_.CreateTrunc(rivals, bits_);
  }

  Value* OwnRules(Value* winner) {
    const WinnerTables& tables = kernel_.winners;
    Value* const own = OfWinner(
        winner, [&](const WinnerTables::Winner& w) { return tables.outcomes[w.outcome].rules; });
    return build_.CreateTrunc(own, bits_);
  }

  // A guard may hold back what is decided.
  void LeaveOnGuards(Value* winner, Value* undecided) {
    if (heads_.guards() == 0)
      return;
    Value* const own = OfWinner(winner, [](const WinnerTables::Winner& w) { return w.guards; });
    Value* const speaking = build_.CreateAnd(open_, build_.CreateTrunc(own, bits_));
    LeaveOn(build_.CreateSelect(undecided, Bits(0), speaking));
  }

  // Where the bounds of an outcome stand in its tables.
  struct Indices {
    Value* low = nullptr;
    Value* high = nullptr;
  };
  Indices IndicesOf(const OutcomeBounds& bounds, const WinnerTables::Outcome& outcome,
                    Value* in_play, Value* none_fired) {
    const auto own = [&](Value* bits) {
      Value* const rules = build_.CreateAnd(bits, Bits(outcome.rules));
      Value* const low = build_.CreateLShr(rules, std::uint64_t{bounds.rules_begin()});
      return build_.CreateZExt(low, build_.getInt64Ty());
    };
    Value* const open = own(in_play);
    Value* const holds = own(build_.CreateAnd(in_play, holds_));
    Value* const any = build_.CreateICmpNE(holds, build_.getInt64(0));
    std::uint64_t width = bounds.rules_width();
    Value* high = build_.CreateOr(open, build_.CreateShl(Choice(outcome, open_, holds_), width));
    Value* low = build_.CreateSelect(any, holds, open);
    low =
        build_.CreateOr(low, build_.CreateShl(build_.CreateZExt(any, build_.getInt64Ty()), width));
    low = build_.CreateOr(low, build_.CreateShl(Choice(outcome, holds_, open_), width + 1));
    if (bounds.is_otherwise()) {
      width += bounds.evidence_width();
      high = build_.CreateOr(high, build_.CreateShl(none_fired, width));
      low = build_.CreateOr(low, build_.CreateShl(none_fired, width + 1));
    }
    return {low, high};
  }

  // Of an outcome's evidence, as bits: `raised` where that raises the sum, `lowered` where it
  // lowers.
  Value* Choice(const WinnerTables::Outcome& outcome, Value* raised, Value* lowered) {
    Value* const choice = build_.CreateOr(build_.CreateAnd(raised, Bits(outcome.raising)),
                                          build_.CreateAnd(lowered, Bits(outcome.lowering)));
    Value* const wide = build_.CreateZExt(choice, build_.getInt64Ty());
    return build_.CreateLShr(wide, std::uint64_t{outcome.shift});
  }

  // A number that each winner has.
  template <typename Of>
  Value* OfWinner(Value* winner, Of of) {
    std::vector<std::uint64_t> numbers;
    for (std::size_t i = 0; i < heads_.winners(); ++i)
      numbers.push_back(of(heads_.winner(i)));
    return Element(build_.getInt64Ty(), Table(module_, numbers), 0, winner);
  }

  // The index of the first bit that holds; behind the last rule without one.
  Value* Winner(Value* fired) {
    const std::size_t rules = heads_.winners() - 1;
    const bool room = rules < bits_->getIntegerBitWidth();
    Value* const stopped = room ? build_.CreateOr(fired, Bits(std::uint64_t{1} << rules)) : fired;
    Value* const first =
        build_.CreateBinaryIntrinsic(llvm::Intrinsic::cttz, stopped, build_.getInt1(room));
    return build_.CreateZExt(first, build_.getInt64Ty());
  }

  // All evidence together chooses among the heads of a winner.
  Value* HeadByAll(Value* winner, Value* bits) {
    Value* index = build_.CreateShl(winner, std::uint64_t{heads_.evidence_width()});
    if (heads_.evidence() != 0) {
      Value* const choice = build_.CreateLShr(build_.CreateAnd(bits, Bits(heads_.evidence())),
                                              std::uint64_t{heads_.evidence_begin()});
      index = build_.CreateOr(index, build_.CreateZExt(choice, build_.getInt64Ty()));
    }
    return Element(build_.getInt64Ty(), Table(module_, heads_.heads()), 0, index);
  }

  // Where these would be too many, the evidence of its outcome alone.
  Value* HeadByOutcome(Value* winner, Value* bits) {
    std::vector<std::uint64_t> heads;
    std::vector<std::uint64_t> firsts;
    for (std::size_t i = 0; i < heads_.winners(); ++i) {
      const WinnerTables::Winner& each = heads_.winner(i);
      firsts.push_back(heads.size());
      for (std::uint64_t choice = 0; choice < std::uint64_t{1} << std::popcount(each.evidence);
           ++choice)
        heads.push_back(heads_.head(i, choice << each.shift));
    }
    llvm::Type* const word = build_.getInt64Ty();
    Value* const masks = OfWinner(winner, [](const WinnerTables::Winner& w) { return w.evidence; });
    Value* const shifts =
        OfWinner(winner, [](const WinnerTables::Winner& w) { return std::uint64_t{w.shift}; });
    Value* const own = build_.CreateAnd(build_.CreateZExt(bits, word), masks);
    Value* const index = build_.CreateAdd(build_.CreateLShr(own, shifts),
                                          Element(word, Table(module_, firsts), 0, winner));
    return Element(word, Table(module_, heads), 0, index);
  }

  llvm::StructType* result_ = nullptr;
  llvm::BasicBlock* rarer_ = nullptr;
};

// void sweep(row, start, rails)
class SweepFunction : KernelFunction {
 public:
  using KernelFunction::KernelFunction;

  void Emit() {
    llvm::Type* const word = build_.getInt64Ty();
    llvm::Function* const function =
        Begin("sweep", build_.getVoidTy(), {build_.getPtrTy(), word, build_.getPtrTy()});
    Sweep(function->getArg(1));
    Value* const rails = function->getArg(2);
    build_.CreateStore(build_.CreateZExt(holds_, word), rails);
    build_.CreateStore(build_.CreateZExt(open_, word), Offset(rails, sizeof(std::uint64_t)));
    build_.CreateRetVoid();
  }
};

}  // namespace

void EmitKernel(const Kernel& kernel, llvm::Module& module) {
  JudgeFunction(kernel, module).Emit();
  SweepFunction(kernel, module).Emit();
}

}  // namespace lq::jit
