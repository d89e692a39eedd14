#include "compiler/jit/emit_columns.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include <llvm/IR/Constants.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/IntrinsicsX86.h>

#include "compiler/jit/field_conditions.h"
#include "compiler/jit/table.h"
#include "compiler/jit/verdict_heads.h"
#include "runtime/engine/verdict.h"
#include "runtime/engine/verdict_columns.h"

namespace lq::jit {
namespace {

using engine::FiredBytes;
using engine::Kernel;
using llvm::Value;

constexpr unsigned kLanes = 64;
constexpr std::size_t kMostHeads = 4096;
constexpr std::size_t kMostPermuted = 256;

// void judge_columns(columns, blocks, verdicts, rarer)
class ColumnsFunction {
 public:
  ColumnsFunction(const Kernel& kernel, bool permutes_bytes, llvm::Module& module)
      : kernel_(kernel),
        heads_(kernel),
        permutes_(permutes_bytes && heads_.count() <= kMostPermuted),
        module_(module),
        build_(module.getContext()) {}

  void Emit() {
    llvm::Type* const pointer = build_.getPtrTy();
    llvm::Type* const word = build_.getInt64Ty();
    auto* const type =
        llvm::FunctionType::get(build_.getVoidTy(), {pointer, word, pointer, pointer}, false);
    function_ =
        llvm::Function::Create(type, llvm::GlobalValue::ExternalLinkage, "judge_columns", module_);
    function_->setDoesNotThrow();
    function_->addFnAttr("prefer-vector-width", "512");
    function_->addFnAttr("min-legal-vector-width", "512");
    build_.SetInsertPoint(Block("entry"));
    const std::vector<FieldConditions> fields = ConditionsOf(kernel_, heads_.used());
    for (std::size_t i = 0; i < fields.size(); ++i)
      columns_.push_back(Pointer(function_->getArg(0), i * sizeof(void*)));
    EachOf(function_->getArg(1), [&](Value* block) { EmitBlock(fields, block); });
    build_.CreateRetVoid();
  }

 private:
  llvm::BasicBlock* Block(const char* name) {
    return llvm::BasicBlock::Create(module_.getContext(), name, function_);
  }
  Value* Offset(Value* base, std::uint64_t bytes) {
    return build_.CreateConstInBoundsGEP1_64(build_.getInt8Ty(), base, bytes);
  }
  Value* Pointer(Value* base, std::uint64_t offset) {
    return build_.CreateLoad(build_.getPtrTy(), Offset(base, offset));
  }
  llvm::VectorType* Lanes(llvm::Type* element) {
    return llvm::FixedVectorType::get(element, kLanes);
  }
  llvm::VectorType* Bytes() { return Lanes(build_.getInt8Ty()); }
  Value* Splat(llvm::IntegerType* type, std::uint64_t number) {
    return build_.CreateVectorSplat(kLanes, llvm::ConstantInt::get(type, number));
  }
  Value* SplatByte(std::uint64_t number) { return Splat(build_.getInt8Ty(), number); }
  Value* All(bool set) { return build_.CreateVectorSplat(kLanes, build_.getInt1(set)); }

  // A loop over 0 to `count`, which may be nothing.
  void EachOf(Value* count, const std::function<void(Value*)>& body) {
    llvm::BasicBlock* const before = build_.GetInsertBlock();
    llvm::BasicBlock* const head = Block("head");
    llvm::BasicBlock* const inside = Block("inside");
    llvm::BasicBlock* const after = Block("after");
    build_.CreateBr(head);
    build_.SetInsertPoint(head);
    llvm::PHINode* const index = build_.CreatePHI(build_.getInt64Ty(), 2);
    index->addIncoming(build_.getInt64(0), before);
    build_.CreateCondBr(build_.CreateICmpULT(index, count), inside, after);
    build_.SetInsertPoint(inside);
    body(index);
    index->addIncoming(build_.CreateAdd(index, build_.getInt64(1)), build_.GetInsertBlock());
    build_.CreateBr(head);
    build_.SetInsertPoint(after);
  }

  void EmitBlock(const std::vector<FieldConditions>& fields, Value* block) {
    first_ = build_.CreateShl(block, std::uint64_t{6});
    masks_.assign(64, nullptr);
    for (unsigned bit = 0; bit < 64; ++bit)
      masks_[bit] = All((kernel_.start >> bit & 1) != 0);
    Value* rarer = All(false);
    for (std::size_t i = 0; i < fields.size(); ++i)
      rarer = build_.CreateOr(rarer, AddField(fields[i], columns_[i]));
    for (std::uint64_t rest = heads_.untold() | heads_.guards(); rest != 0; rest &= rest - 1)
      rarer = build_.CreateOr(rarer, masks_[static_cast<unsigned>(std::countr_zero(rest))]);
    Value* const place = build_.CreateInBoundsGEP(build_.getInt64Ty(), function_->getArg(3), block);
    build_.CreateStore(build_.CreateBitCast(rarer, build_.getInt64Ty()), place);
    StoreFired();
    if (permutes_)
      StorePermuted();
    else
      StoreOneByOne();
  }

  // And-s what a column says to the masks of all bits. Gives the leads without a value there.
  Value* AddField(const FieldConditions& field, Value* column) {
    llvm::IntegerType* const type = build_.getIntNTy(field.bytes * 8);
    Value* const at = build_.CreateInBoundsGEP(type, column, first_);
    Value* const numbers = build_.CreateAlignedLoad(Lanes(type), at, llvm::Align(1));
    for (const FieldConditions::Condition& condition : field.conditions) {
      Value* const mask = Within(condition.ranges, field, numbers);
      for (const unsigned bit : condition.bits)
        masks_[bit] = build_.CreateAnd(masks_[bit], mask);
    }
    return build_.CreateICmpEQ(numbers, Splat(type, static_cast<std::uint64_t>(field.none)));
  }

  // The leads whose number is in one of the ranges: asked the other way round where that is
  // shorter.
  Value* Within(const engine::ValueSet& ranges, const FieldConditions& field, Value* numbers) {
    const engine::ValueSet others = engine::Complement(ranges, field.domain);
    if (others.size() < ranges.size())
      return build_.CreateNot(Any(others, field, numbers));
    return Any(ranges, field, numbers);
  }

  Value* Any(const engine::ValueSet& ranges, const FieldConditions& field, Value* numbers) {
    Value* any = All(false);
    for (const engine::Interval& range : ranges)
      any = build_.CreateOr(any, In(range, field, numbers));
    return any;
  }

  Value* In(engine::Interval range, const FieldConditions& field, Value* numbers) {
    auto* const type = build_.getIntNTy(field.bytes * 8);
    const auto low = static_cast<std::uint64_t>(range.low);
    const auto high = static_cast<std::uint64_t>(range.high);
    const bool is_signed = field.bytes == 8;
    if (low == high)
      return build_.CreateICmpEQ(numbers, Splat(type, low));
    if (range.low == field.domain.low) {
      return build_.CreateICmp(is_signed ? llvm::CmpInst::ICMP_SLE : llvm::CmpInst::ICMP_ULE,
                               numbers, Splat(type, high));
    }
    if (range.high == field.domain.high) {
      return build_.CreateICmp(is_signed ? llvm::CmpInst::ICMP_SGE : llvm::CmpInst::ICMP_UGE,
                               numbers, Splat(type, low));
    }
    Value* const above = build_.CreateSub(numbers, Splat(type, low));
    return build_.CreateICmpULE(above, Splat(type, high - low));
  }

  // Eight bits a byte: a bit of each lead's byte is set where its mask is.
  Value* Packed(unsigned first, unsigned count) {
    Value* packed = SplatByte(0);
    for (unsigned i = 0; i < count; ++i) {
      Value* const with = build_.CreateAdd(packed, SplatByte(std::uint64_t{1} << i));
      packed = build_.CreateSelect(masks_[first + i], with, packed);
    }
    return packed;
  }

  Value* OutAt(std::size_t member, unsigned bytes) {
    Value* const column = Pointer(function_->getArg(2), member);
    return build_.CreateInBoundsGEP(build_.getIntNTy(bytes * 8), column, first_);
  }
  void Store(Value* numbers, std::size_t member, unsigned bytes) {
    build_.CreateAlignedStore(numbers, OutAt(member, bytes), llvm::Align(1));
  }

  void StoreFired() {
    const unsigned rules = static_cast<unsigned>(heads_.winners()) - 1;
    const unsigned bytes = FiredBytes(heads_.used());
    llvm::IntegerType* const type = build_.getIntNTy(bytes * 8);
    Value* fired = Splat(type, 0);
    for (unsigned first = 0; first < rules; first += 8) {
      Value* const packed = Packed(first, std::min(8U, rules - first));
      Value* const wide = build_.CreateZExt(packed, Lanes(type));
      fired = build_.CreateOr(fired, build_.CreateShl(wide, Splat(type, first)));
    }
    Store(fired, offsetof(VerdictColumns, fired), bytes);
  }

  // The number of each lead's verdict: its winner, then its evidence.
  Value* HeadNumbers(llvm::IntegerType* type) {
    const auto rules = static_cast<unsigned>(heads_.winners()) - 1;
    const unsigned width = heads_.evidence_width();
    Value* number = Splat(type, std::uint64_t{rules} << width);
    for (unsigned bit = rules; bit-- > 0;)
      number = build_.CreateSelect(masks_[bit], Splat(type, std::uint64_t{bit} << width), number);
    for (unsigned i = 0; i < width; ++i) {
      Value* const with = build_.CreateAdd(number, Splat(type, std::uint64_t{1} << i));
      number = build_.CreateSelect(masks_[heads_.evidence_begin() + i], with, number);
    }
    return number;
  }

  // By head: a byte of it, or of the outcome.
  std::vector<std::uint8_t> ByteOfHeads(unsigned byte) const {
    std::vector<std::uint8_t> bytes;
    for (const std::uint64_t head : heads_.heads())
      bytes.push_back(static_cast<std::uint8_t>(head >> (8 * byte)));
    return bytes;
  }
  std::vector<std::uint8_t> Outcomes() const {
    std::vector<std::uint8_t> outcomes;
    for (const std::uint64_t head : heads_.heads()) {
      const bool settled = static_cast<Status>(head & 0xFF) == Status::kSettled;
      outcomes.push_back(
          static_cast<std::uint8_t>(settled ? head >> 16 : kernel_.winners.outcomes.size() + 1));
    }
    return outcomes;
  }

  void StorePermuted() {
    Value* const numbers = HeadNumbers(build_.getInt8Ty());
    Store(Permute(ByteOfHeads(0), numbers), offsetof(VerdictColumns, status), 1);
    Store(Permute(Outcomes(), numbers), offsetof(VerdictColumns, outcome), 1);
    Store(Permute(ByteOfHeads(2), numbers), offsetof(VerdictColumns, proposed), 1);
    llvm::IntegerType* const half = build_.getInt16Ty();
    Value* const low = build_.CreateZExt(Permute(ByteOfHeads(4), numbers), Lanes(half));
    Value* const high = build_.CreateZExt(Permute(ByteOfHeads(5), numbers), Lanes(half));
    Value* const confidence = build_.CreateOr(low, build_.CreateShl(high, Splat(half, 8)));
    Store(confidence, offsetof(VerdictColumns, confidence), 2);
    Store(confidence, offsetof(VerdictColumns, ceiling), 2);
  }

  // A table of at most 256 bytes, looked up by all lanes at once: 64 entries a register, two
  // registers an instruction.
  Value* Permute(std::vector<std::uint8_t> table, Value* numbers) {
    const std::size_t registers = table.size() <= 64 ? 1 : table.size() <= 128 ? 2 : 4;
    table.resize(registers * 64);
    Value* const begin = Table(module_, table);
    const auto part = [&](std::size_t index) {
      return build_.CreateAlignedLoad(Bytes(), Offset(begin, index * 64), llvm::Align(64));
    };
    if (registers == 1) {
      return build_.CreateIntrinsic(llvm::Intrinsic::x86_avx512_permvar_qi_512, {},
                                    {part(0), numbers});
    }
    const auto pair = [&](std::size_t index) {
      return build_.CreateIntrinsic(llvm::Intrinsic::x86_avx512_vpermi2var_qi_512, {},
                                    {part(index), numbers, part(index + 1)});
    };
    if (registers == 2)
      return pair(0);
    Value* const upper = build_.CreateICmpSLT(numbers, SplatByte(0));
    return build_.CreateSelect(upper, pair(2), pair(0));
  }

  // For processors without such instructions, and for more verdicts than they can look up.
  void StoreOneByOne() {
    llvm::IntegerType* const half = build_.getInt16Ty();
    llvm::AllocaInst* const numbers = OnEntry(Lanes(half));
    build_.CreateAlignedStore(HeadNumbers(half), numbers, llvm::Align(64));
    Value* const heads = Table(module_, heads_.heads());
    Value* const outcomes = Table(module_, Outcomes());
    EachOf(build_.getInt64(kLanes), [&](Value* lane) {
      Value* number = build_.CreateLoad(half, build_.CreateInBoundsGEP(half, numbers, lane));
      number = build_.CreateZExt(number, build_.getInt64Ty());
      llvm::Type* const word = build_.getInt64Ty();
      Value* const head = build_.CreateLoad(word, build_.CreateInBoundsGEP(word, heads, number));
      llvm::Type* const byte = build_.getInt8Ty();
      Value* const outcome =
          build_.CreateLoad(byte, build_.CreateInBoundsGEP(byte, outcomes, number));
      StoreLane(head, lane, 0, offsetof(VerdictColumns, status), 1);
      StoreLane(outcome, lane, 0, offsetof(VerdictColumns, outcome), 1);
      StoreLane(head, lane, 16, offsetof(VerdictColumns, proposed), 1);
      StoreLane(head, lane, 32, offsetof(VerdictColumns, confidence), 2);
      StoreLane(head, lane, 48, offsetof(VerdictColumns, ceiling), 2);
    });
  }

  void StoreLane(Value* from, Value* lane, std::uint64_t shift, std::size_t member,
                 unsigned bytes) {
    llvm::IntegerType* const type = build_.getIntNTy(bytes * 8);
    Value* const number = build_.CreateTrunc(build_.CreateLShr(from, shift), type);
    build_.CreateStore(number, build_.CreateInBoundsGEP(type, OutAt(member, bytes), lane));
  }

  llvm::AllocaInst* OnEntry(llvm::Type* type) {
    llvm::IRBuilder<> entry(&function_->getEntryBlock(), function_->getEntryBlock().begin());
    return entry.CreateAlloca(type);
  }

  const Kernel& kernel_;
  const VerdictHeads heads_;
  const bool permutes_;
  llvm::Module& module_;
  llvm::IRBuilder<> build_;
  llvm::Function* function_ = nullptr;
  std::vector<Value*> columns_;
  // Of the block at hand: its first lead; by verdict bit, the leads that set it.
  Value* first_ = nullptr;
  std::vector<Value*> masks_;
};

}  // namespace

bool EmitColumns(const Kernel& kernel, bool permutes_bytes, llvm::Module& module) {
  constexpr std::size_t kMostOutcomes = 253;
  if (VerdictHeads(kernel).count() > kMostHeads || kernel.winners.outcomes.size() > kMostOutcomes)
    return false;
  ColumnsFunction(kernel, permutes_bytes, module).Emit();
  return true;
}

}  // namespace lq::jit
