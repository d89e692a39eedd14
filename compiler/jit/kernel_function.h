#pragma once

#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

#include <llvm/IR/IRBuilder.h>

#include "compiler/jit/table.h"
#include "compiler/jit/verdict_heads.h"
#include "runtime/engine/kernel.h"

namespace lq::jit {

using engine::Kernel;
using engine::RowTables;
using engine::WinnerTables;
using llvm::Value;

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
    if (bits_->getIntegerBitWidth() < 64)
      return SweepPairs();
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
  // Both rails in one integer, `open` in its upper half: one table, one look-up a field.
  void SweepPairs() {
    const unsigned width = bits_->getIntegerBitWidth();
    llvm::IntegerType* const pair = build_.getIntNTy(2 * width);
    const auto join = [&](Value* holds, Value* open) {
      return build_.CreateOr(build_.CreateZExt(holds, pair),
                             build_.CreateShl(build_.CreateZExt(open, pair), std::uint64_t{width}));
    };
    Value* both = join(holds_, open_);
    Value* const pairs = Pairs(width);
    EachField(false, [&](const RowTables::Entries& entries, Value* code) {
      both = build_.CreateAnd(both, Element(pair, pairs, entries.first / 2, code));
    });
    holds_ = build_.CreateTrunc(both, bits_);
    open_ = build_.CreateTrunc(build_.CreateLShr(both, std::uint64_t{width}), bits_);
  }

  // Entries take as much room for rows that hold as for rows that are open: half of it for both.
  Value* Pairs(unsigned width) {
    std::vector<std::uint64_t> pairs(kernel_.rows.pool.size() / 2);
    const auto add = [&](const auto& fields) {
      for (const auto& field : fields) {
        const RowTables::Entries& entries = field.entries;
        for (std::uint32_t i = 0; i < entries.count; ++i) {
          const std::uint64_t open = kernel_.rows.pool[entries.first + entries.count + i];
          const std::uint64_t holds = kernel_.rows.pool[entries.first + i];
          pairs[entries.first / 2 + i] = Narrow(holds) | Narrow(open) << width;
        }
      }
    };
    add(kernel_.rows.bytes);
    add(kernel_.rows.shorts);
    add(kernel_.rows.words);
    add(kernel_.rows.wides);
    if (width == 16)
      return Table(module_, std::vector<std::uint32_t>(pairs.begin(), pairs.end()));
    return Table(module_, pairs);
  }

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

}  // namespace lq::jit
