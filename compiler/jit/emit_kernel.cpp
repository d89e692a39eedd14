#include "compiler/jit/emit_kernel.h"

#include <bit>
#include <limits>
#include <vector>

#include <llvm/IR/Constants.h>
#include <llvm/IR/IRBuilder.h>

#include "compiler/jit/table.h"
#include "compiler/jit/verdict_heads.h"
#include "runtime/engine/verdict.h"

namespace lq::jit {
namespace {

using engine::Kernel;
using engine::RowTables;
using engine::WinnerTables;
using llvm::Value;

// More heads than this would crowd a cache.
constexpr std::size_t kMostHeads = 1024;
// Of more outcomes a verdict by both rails is worked out elsewhere.
constexpr std::size_t kMostOutcomes = 8;

// Makes one function over a lead's row. Bits of conditions are integers as narrow as they may be:
// the tables fit a cache the better.
class KernelFunction {
 public:
  KernelFunction(const Kernel& kernel, llvm::Module& module)
      : kernel_(kernel), heads_(kernel), module_(module), build_(module.getContext()) {
    bits_ = build_.getIntNTy(8 * engine::FiredBytes(heads_.used()));
  }

 protected:
  llvm::Function* Begin(const char* name, llvm::Type* result, std::vector<llvm::Type*> parameters) {
    auto* const type = llvm::FunctionType::get(result, parameters, false);
    auto* const function =
        llvm::Function::Create(type, llvm::GlobalValue::ExternalLinkage, name, module_);
    function->setDoesNotThrow();
    function->addFnAttr("frame-pointer", "none");
    row_ = function->getArg(0);
    build_.SetInsertPoint(llvm::BasicBlock::Create(module_.getContext(), "entry", function));
    return function;
  }

  // `pool` of the kernel, as narrow as the bits.
  Value* Pool() {
    if (pool_ != nullptr)
      return pool_;
    const std::vector<std::uint64_t>& pool = kernel_.rows.pool;
    if (bits_->isIntegerTy(16))
      return pool_ = Table(module_, std::vector<std::uint16_t>(pool.begin(), pool.end()));
    if (bits_->isIntegerTy(32))
      return pool_ = Table(module_, std::vector<std::uint32_t>(pool.begin(), pool.end()));
    return pool_ = Table(module_, pool);
  }

  Value* Offset(Value* base, std::uint64_t bytes) {
    return build_.CreateConstInBoundsGEP1_64(build_.getInt8Ty(), base, bytes);
  }
  // A number of the row, as 64 bits without a sign.
  Value* OfRow(llvm::Type* type, std::uint64_t offset) {
    Value* const number = build_.CreateAlignedLoad(type, Offset(row_, offset), llvm::Align(1));
    return build_.CreateZExt(number, build_.getInt64Ty());
  }
  Value* Element(llvm::Type* type, Value* table, std::uint64_t first, Value* index) {
    Value* const begin = build_.CreateConstInBoundsGEP1_64(type, table, first);
    return build_.CreateLoad(type, build_.CreateInBoundsGEP(type, begin, index));
  }
  Value* Bits(std::uint64_t bits) { return llvm::ConstantInt::get(bits_, Narrow(bits)); }
  std::uint64_t Narrow(std::uint64_t bits) const {
    const unsigned width = bits_->getIntegerBitWidth();
    return width == 64 ? bits : bits & ((std::uint64_t{1} << width) - 1);
  }

  // The lead's code of each field that the kernel looks at. `look` gets its entries, too.
  template <typename Look>
  void EachField(bool all_known, Look look) {
    for (const RowTables::Byte& byte : kernel_.rows.bytes)
      look(byte.entries, OfRow(build_.getInt8Ty(), byte.offset));
    for (const RowTables::Short& place : kernel_.rows.shorts) {
      Value* const at = OfRow(build_.getInt16Ty(), place.offset);
      Value* const code = Element(build_.getInt16Ty(), Codes(), place.codes, at);
      look(place.entries, build_.CreateZExt(code, build_.getInt64Ty()));
    }
    for (const RowTables::Stepped& word : kernel_.rows.words)
      look(word.entries, CodeOf(word, OfRow(build_.getInt32Ty(), word.offset), all_known));
    for (const RowTables::Stepped& wide : kernel_.rows.wides)
      look(wide.entries, CodeOf(wide, OfRow(build_.getInt64Ty(), wide.offset), all_known));
  }

  // Both rails, from what `start` leaves.
  void Sweep(Value* start) {
    holds_ = build_.CreateTrunc(start, bits_);
    open_ = holds_;
    EachField(false, [&](const RowTables::Entries& entries, Value* code) {
      holds_ = build_.CreateAnd(holds_, Element(bits_, Pool(), entries.first, code));
      open_ = build_.CreateAnd(open_, Element(bits_, Pool(), entries.first + entries.count, code));
    });
  }

  const Kernel& kernel_;
  const VerdictHeads heads_;
  llvm::Module& module_;
  llvm::IRBuilder<> build_;
  llvm::IntegerType* bits_ = nullptr;
  Value* row_ = nullptr;
  Value* holds_ = nullptr;
  Value* open_ = nullptr;

 private:
  Value* Codes() {
    if (codes_ == nullptr)
      codes_ = Table(module_, kernel_.rows.codes);
    return codes_;
  }

  Value* Number(std::int64_t number) { return build_.getInt64(static_cast<std::uint64_t>(number)); }

  Value* CodeOf(const RowTables::Stepped& field, Value* number, bool all_known) {
    Value* code = build_.getInt64(0);
    for (const std::int64_t start : field.starts) {
      if (start == std::numeric_limits<std::int64_t>::max())
        break;
      Value* const reached = build_.CreateICmpSGE(number, Number(start));
      code = build_.CreateAdd(code, build_.CreateZExt(reached, build_.getInt64Ty()));
    }
    if (all_known)
      return code;
    Value* const none = build_.CreateICmpEQ(number, Number(field.none));
    return build_.CreateSelect(none, build_.getInt64(field.entries.count - 1), code);
  }

  Value* pool_ = nullptr;
  Value* codes_ = nullptr;
};

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

  // By both rails, where some field has no value. What is said of an outcome is worked out for all
  // of them, and taken where it could be the one: there are few, and branches would cost more.
  void ConcludePartly(Value* start, Value* fired_at) {
    const WinnerTables& tables = kernel_.winners;
    if (tables.outcomes.size() > kMostOutcomes) {
      build_.CreateBr(rarer_);
      return;
    }
    Sweep(start);
    if (heads_.untold() != 0)
      LeaveOn(build_.CreateAnd(open_, Bits(heads_.untold())));
    Assume();
    Value* const fired = build_.CreateAnd(holds_, Bits(tables.rules));
    Value* const winner = Winner(fired);
    Value* const none_fired = build_.CreateICmpEQ(fired, Bits(0));
    Value* const proposed =
        OfWinner(winner, [](const WinnerTables::Winner& w) { return std::uint64_t{w.outcome}; });
    Value* const rivals = build_.CreateAnd(open_, Rivals(winner));
    Value* confidence = build_.getInt64(999);
    Value* ceiling = build_.getInt64(1);
    for (std::size_t i = 0; i < tables.outcomes.size(); ++i) {
      const Bounds bounds = BoundsOf(i, none_fired);
      Value* const rival =
          build_.CreateICmpNE(build_.CreateAnd(rivals, Bits(tables.outcomes[i].rules)), Bits(0));
      Value* const present =
          build_.CreateOr(rival, build_.CreateICmpEQ(proposed, build_.getInt64(i)));
      confidence =
          Least(confidence, build_.CreateSelect(present, bounds.low, build_.getInt64(999)));
      ceiling = Most(ceiling, build_.CreateSelect(present, bounds.high, build_.getInt64(1)));
    }
    Value* const undecided = build_.CreateICmpNE(rivals, Bits(0));
    LeaveOnGuards(winner, undecided);
    Value* const needs = OfWinner(
        winner, [](const WinnerTables::Winner& w) { return static_cast<std::uint64_t>(w.needs); });
    Value* const doubtful = build_.CreateICmpULT(confidence, needs);
    Value* status =
        build_.CreateSelect(doubtful, StatusIs(Status::kDoubtful), StatusIs(Status::kSettled));
    status = build_.CreateSelect(undecided, StatusIs(Status::kUndecided), status);
    Value* head = build_.CreateOr(status, build_.CreateShl(proposed, 16));
    head = build_.CreateOr(head, build_.CreateShl(confidence, 32));
    head = build_.CreateOr(head, build_.CreateShl(ceiling, 48));
    Return(head, fired, fired_at);
  }

  Value* StatusIs(Status status) { return build_.getInt64(static_cast<std::uint64_t>(status)); }
  Value* Least(Value* a, Value* b) {
    return build_.CreateBinaryIntrinsic(llvm::Intrinsic::umin, a, b);
  }
  Value* Most(Value* a, Value* b) {
    return build_.CreateBinaryIntrinsic(llvm::Intrinsic::umax, a, b);
  }

  void Assume() {
    const WinnerTables& tables = kernel_.winners;
    holds_ = build_.CreateOr(holds_, build_.CreateAnd(open_, Bits(tables.assume_yes)));
    Value* const held = build_.CreateOr(holds_, Bits(~tables.assume_no));
    open_ = build_.CreateAnd(open_, held);
  }

  // Bits of rules that could win against the first that holds.
  Value* Rivals(Value* winner) {
    const WinnerTables& tables = kernel_.winners;
    std::vector<std::uint64_t> rivals;
    for (std::size_t i = 0; i + 1 < heads_.winners(); ++i)
      rivals.push_back(tables.outcomes[heads_.winner(i).outcome].stronger);
    const WinnerTables::Winner& otherwise = heads_.winner(heads_.winners() - 1);
    rivals.push_back(tables.rules & ~tables.outcomes[otherwise.outcome].rules);
    Value* const own = Element(build_.getInt64Ty(), Table(module_, rivals), 0, winner);
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

  // The least and the most confidence of an outcome, were it the one.
  struct Bounds {
    Value* low = nullptr;
    Value* high = nullptr;
  };
  Bounds BoundsOf(std::size_t index, Value* none_fired) {
    const WinnerTables::Outcome& outcome = kernel_.winners.outcomes[index];
    Value* const holds = build_.CreateAnd(holds_, Bits(outcome.rules));
    Value* const open = build_.CreateAnd(open_, Bits(outcome.rules));
    Value* const any = build_.CreateICmpNE(holds, Bits(0));
    Value* const weakest = build_.CreateSelect(any, FirstBit(holds), LastBit(open));
    Value* low = FirstOf(index, weakest, none_fired, false);
    Value* high = FirstOf(index, FirstBit(open), none_fired, true);
    low = build_.CreateAdd(low, Choice(outcome, holds_, open_));
    high = build_.CreateAdd(high, Choice(outcome, open_, holds_));
    return {Confidence(low), Confidence(high)};
  }

  // Index of a bit; beyond all rules where there is none.
  Value* FirstBit(Value* bits) {
    Value* const first =
        build_.CreateBinaryIntrinsic(llvm::Intrinsic::cttz, bits, build_.getFalse());
    return build_.CreateZExt(first, build_.getInt64Ty());
  }
  Value* LastBit(Value* bits) {
    Value* const zeros =
        build_.CreateBinaryIntrinsic(llvm::Intrinsic::ctlz, bits, build_.getFalse());
    const std::uint64_t last = bits_->getIntegerBitWidth() - 1;
    Value* const index =
        build_.CreateSub(build_.getInt64(last), build_.CreateZExt(zeros, build_.getInt64Ty()));
    return build_.CreateSelect(build_.CreateICmpEQ(bits, Bits(0)), build_.getInt64(64), index);
  }

  // Where the confidences begin of an outcome whose strength is that of the rule at `bit`; without
  // such a rule, or where `otherwise` goes further, of that.
  Value* FirstOf(std::size_t index, Value* bit, Value* none_fired, bool greatest) {
    const WinnerTables::Winner& otherwise = heads_.winner(heads_.winners() - 1);
    const bool may_be = otherwise.outcome == index;
    std::vector<std::uint32_t> firsts(65, otherwise.first);
    std::vector<std::uint32_t> with_otherwise = firsts;
    for (std::size_t i = 0; i + 1 < heads_.winners(); ++i) {
      const WinnerTables::Winner& each = heads_.winner(i);
      if (each.outcome != index)
        continue;
      firsts[i] = each.first;
      const bool further =
          greatest ? each.strength >= otherwise.strength : each.strength <= otherwise.strength;
      with_otherwise[i] = further ? each.first : otherwise.first;
    }
    llvm::Type* const type = build_.getInt32Ty();
    Value* first = Element(type, Table(module_, firsts), 0, bit);
    if (may_be)
      first = build_.CreateSelect(none_fired, Element(type, Table(module_, with_otherwise), 0, bit),
                                  first);
    return build_.CreateZExt(first, build_.getInt64Ty());
  }

  // Of an outcome's evidence, as bits: `raised` where that raises the sum, `lowered` where it
  // lowers.
  Value* Choice(const WinnerTables::Outcome& outcome, Value* raised, Value* lowered) {
    Value* const choice = build_.CreateOr(build_.CreateAnd(raised, Bits(outcome.raising)),
                                          build_.CreateAnd(lowered, Bits(outcome.lowering)));
    Value* const wide = build_.CreateZExt(choice, build_.getInt64Ty());
    return build_.CreateLShr(wide, std::uint64_t{outcome.shift});
  }

  Value* Confidence(Value* index) {
    if (confidences_ == nullptr)
      confidences_ = Table(module_, std::vector<std::uint16_t>(kernel_.winners.confidences.begin(),
                                                               kernel_.winners.confidences.end()));
    llvm::Type* const type = build_.getInt16Ty();
    return build_.CreateZExt(Element(type, confidences_, 0, index), build_.getInt64Ty());
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
  Value* confidences_ = nullptr;
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
