#include "compiler/jit/emit_kernel.h"

#include <bit>
#include <limits>
#include <vector>

#include <llvm/IR/Constants.h>
#include <llvm/IR/IRBuilder.h>

#include "runtime/engine/verdict.h"

namespace lq::jit {
namespace {

using engine::Kernel;
using engine::RowTables;
using engine::WinnerTables;
using llvm::Value;

// More heads than this would crowd a cache.
constexpr std::size_t kMostHeads = 1024;

// A table of numbers in the module's read-only data.
template <typename Number>
Value* Table(llvm::Module& module, const std::vector<Number>& numbers) {
  llvm::Constant* const data = llvm::ConstantDataArray::get(module.getContext(), numbers);
  auto* const table = new llvm::GlobalVariable(module, data->getType(), true,
                                               llvm::GlobalValue::PrivateLinkage, data);
  table->setAlignment(llvm::Align(64));
  return table;
}

// A verdict's first eight bytes.
std::uint64_t Head(const WinnerTables& tables, const WinnerTables::Winner& winner,
                   std::uint64_t bits) {
  const std::uint64_t choice = (bits & winner.evidence) >> winner.shift;
  const auto confidence = static_cast<std::uint16_t>(tables.confidences[winner.first + choice]);
  const Status status = confidence < winner.needs ? Status::kDoubtful : Status::kSettled;
  return static_cast<std::uint64_t>(status) | std::uint64_t{winner.outcome} << 16 |
         std::uint64_t{confidence} << 32 | std::uint64_t{confidence} << 48;
}

// Makes one function over a lead's row. Bits of conditions are integers as narrow as they may be:
// the tables fit a cache the better.
class KernelFunction {
 public:
  KernelFunction(const Kernel& kernel, llvm::Module& module)
      : kernel_(kernel), module_(module), build_(module.getContext()) {
    std::uint64_t used = kernel.winners.rules;
    for (const WinnerTables::Winner& winner : kernel.winners.winners)
      used |= winner.evidence | winner.guards;
    const auto width = static_cast<unsigned>(std::bit_width(used));
    bits_ = width <= 16   ? build_.getInt16Ty()
            : width <= 32 ? build_.getInt32Ty()
                          : build_.getInt64Ty();
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

  const Kernel& kernel_;
  llvm::Module& module_;
  llvm::IRBuilder<> build_;
  llvm::IntegerType* bits_ = nullptr;
  Value* row_ = nullptr;

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
    rarer_ = llvm::BasicBlock::Create(module_.getContext(), "rarer", function);
    build_.CreateCondBr(AllKnown(), known, rarer_);
    build_.SetInsertPoint(known);
    Value* bits = build_.CreateTrunc(function->getArg(1), bits_);
    EachField(true, [&](const RowTables::Entries& entries, Value* code) {
      bits = build_.CreateAnd(bits, Element(bits_, Pool(), entries.first, code));
    });
    Conclude(bits, function->getArg(2));
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
    const WinnerTables& tables = kernel_.winners;
    const std::uint64_t unknown = tables.residual | tables.entangled;
    if (unknown != 0)
      LeaveOn(build_.CreateAnd(bits, Bits(unknown)));
    Value* const fired = build_.CreateAnd(bits, Bits(tables.rules));
    Value* const winner = Winner(fired);
    std::vector<std::uint64_t> guards;
    std::uint64_t any_guard = 0;
    for (std::size_t i = 0; i < Winners(); ++i) {
      guards.push_back(WinnerAt(i).guards);
      any_guard |= guards.back();
    }
    if (any_guard != 0) {
      Value* const own = Element(build_.getInt64Ty(), Table(module_, guards), 0, winner);
      LeaveOn(build_.CreateAnd(bits, build_.CreateTrunc(own, bits_)));
    }
    Value* const head = HeadOf(winner, bits);
    build_.CreateStore(build_.CreateZExt(fired, build_.getInt64Ty()), fired_at);
    Value* verdict = build_.CreateInsertValue(llvm::PoisonValue::get(result_), head, 0);
    verdict =
        build_.CreateInsertValue(verdict, build_.CreatePtrToInt(fired_at, build_.getInt64Ty()), 1);
    build_.CreateRet(verdict);
  }

  // How many bits rules have, and `otherwise`.
  std::size_t Winners() const {
    return static_cast<std::size_t>(std::bit_width(kernel_.winners.rules)) + 1;
  }
  const WinnerTables::Winner& WinnerAt(std::size_t index) const {
    return kernel_.winners.winners[index + 1 == Winners() ? 64 : index];
  }

  // The index of the first bit that holds; behind the last rule without one.
  Value* Winner(Value* fired) {
    const std::size_t rules = Winners() - 1;
    const bool room = rules < bits_->getIntegerBitWidth();
    Value* const stopped = room ? build_.CreateOr(fired, Bits(std::uint64_t{1} << rules)) : fired;
    Value* const first =
        build_.CreateBinaryIntrinsic(llvm::Intrinsic::cttz, stopped, build_.getInt1(room));
    return build_.CreateZExt(first, build_.getInt64Ty());
  }

  // All evidence together chooses among the heads of a winner where these are few; else its
  // outcome's alone.
  Value* HeadOf(Value* winner, Value* bits) {
    const WinnerTables& tables = kernel_.winners;
    std::uint64_t evidence = 0;
    for (const WinnerTables::Winner& each : tables.winners)
      evidence |= each.evidence;
    const int width = std::popcount(evidence);
    if (Winners() << width > kMostHeads)
      return HeadByOutcome(winner, bits);
    const int shift = evidence == 0 ? 0 : std::countr_zero(evidence);
    std::vector<std::uint64_t> heads;
    for (std::size_t i = 0; i < Winners(); ++i) {
      for (std::uint64_t choice = 0; choice < std::uint64_t{1} << width; ++choice)
        heads.push_back(Head(tables, WinnerAt(i), choice << shift));
    }
    Value* index = build_.CreateShl(winner, static_cast<std::uint64_t>(width));
    if (evidence != 0) {
      Value* const choice = build_.CreateLShr(build_.CreateAnd(bits, Bits(evidence)),
                                              static_cast<std::uint64_t>(shift));
      index = build_.CreateOr(index, build_.CreateZExt(choice, build_.getInt64Ty()));
    }
    return Element(build_.getInt64Ty(), Table(module_, heads), 0, index);
  }

  Value* HeadByOutcome(Value* winner, Value* bits) {
    std::vector<std::uint64_t> heads;
    std::vector<std::uint64_t> masks;
    std::vector<std::uint64_t> shifts;
    std::vector<std::uint64_t> firsts;
    for (std::size_t i = 0; i < Winners(); ++i) {
      const WinnerTables::Winner& each = WinnerAt(i);
      masks.push_back(each.evidence);
      shifts.push_back(each.shift);
      firsts.push_back(heads.size());
      for (std::uint64_t choice = 0; choice < std::uint64_t{1} << std::popcount(each.evidence);
           ++choice)
        heads.push_back(Head(kernel_.winners, each, choice << each.shift));
    }
    llvm::Type* const word = build_.getInt64Ty();
    Value* const own = build_.CreateAnd(build_.CreateZExt(bits, word),
                                        Element(word, Table(module_, masks), 0, winner));
    Value* const choice = build_.CreateLShr(own, Element(word, Table(module_, shifts), 0, winner));
    Value* const index = build_.CreateAdd(choice, Element(word, Table(module_, firsts), 0, winner));
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
    Value* holds = build_.CreateTrunc(function->getArg(1), bits_);
    Value* open = holds;
    EachField(false, [&](const RowTables::Entries& entries, Value* code) {
      holds = build_.CreateAnd(holds, Element(bits_, Pool(), entries.first, code));
      open = build_.CreateAnd(open, Element(bits_, Pool(), entries.first + entries.count, code));
    });
    Value* const rails = function->getArg(2);
    build_.CreateStore(build_.CreateZExt(holds, word), rails);
    build_.CreateStore(build_.CreateZExt(open, word), Offset(rails, sizeof(std::uint64_t)));
    build_.CreateRetVoid();
  }
};

}  // namespace

void EmitKernel(const Kernel& kernel, llvm::Module& module) {
  JudgeFunction(kernel, module).Emit();
  SweepFunction(kernel, module).Emit();
}

}  // namespace lq::jit
