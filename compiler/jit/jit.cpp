#include "compiler/jit/jit.h"

#include <memory>

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/LegacyPassManager.h>
#include <llvm/IR/Module.h>
#include <llvm/MC/MCSubtargetInfo.h>
#include <llvm/MC/TargetRegistry.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Support/TargetSelect.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/Target/TargetMachine.h>
#include <llvm/TargetParser/Host.h>
#include <llvm/Transforms/InstCombine/InstCombine.h>
#include <llvm/Transforms/Scalar/EarlyCSE.h>

#include "compiler/jit/emit_columns.h"
#include "compiler/jit/emit_kernel.h"
#include "compiler/jit/object_image.h"

namespace lq {
namespace {

constexpr const char* kTriple = "x86_64-unknown-linux-gnu";

std::unique_ptr<llvm::TargetMachine> MachineFor(const NativeTarget& target, std::string& problem) {
  static const bool ready = [] {
    LLVMInitializeX86TargetInfo();
    LLVMInitializeX86Target();
    LLVMInitializeX86TargetMC();
    LLVMInitializeX86AsmPrinter();
    return true;
  }();
  static_cast<void>(ready);
  const llvm::Target* const x86 = llvm::TargetRegistry::lookupTarget(kTriple, problem);
  if (x86 == nullptr)
    return nullptr;
  return std::unique_ptr<llvm::TargetMachine>(
      x86->createTargetMachine(kTriple, target.cpu, target.features, {}, llvm::Reloc::PIC_,
                               llvm::CodeModel::Small, llvm::CodeGenOptLevel::Default));
}

// What is worth its time: common parts taken once, and shorter ways to say the same. There are no
// branches to speak of, so nothing else gains.
void Simplify(llvm::Module& module, llvm::TargetMachine& machine) {
  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager calls;
  llvm::ModuleAnalysisManager modules;
  llvm::PassBuilder builder(&machine);
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(calls);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, calls, modules);
  llvm::FunctionPassManager passes;
  passes.addPass(llvm::EarlyCSEPass());
  passes.addPass(llvm::InstCombinePass());
  passes.addPass(llvm::EarlyCSEPass());
  for (llvm::Function& function : module) {
    if (!function.isDeclaration())
      passes.run(function, functions);
  }
}

}  // namespace

NativeTarget NativeTarget::Host() {
  NativeTarget target;
  target.cpu = llvm::sys::getHostCPUName().str();
  std::vector<std::string> features;
  for (const auto& feature : llvm::sys::getHostCPUFeatures())
    features.push_back((feature.second ? "+" : "-") + feature.first().str());
  std::sort(features.begin(), features.end());
  for (const std::string& feature : features)
    target.features += (target.features.empty() ? "" : ",") + feature;
  return target;
}

std::string CompileKernel(const engine::Kernel& kernel, const NativeTarget& target,
                          std::string& problem) {
  const std::unique_ptr<llvm::TargetMachine> machine = MachineFor(target, problem);
  if (machine == nullptr)
    return {};
  llvm::LLVMContext context;
  llvm::Module module("policy", context);
  module.setTargetTriple(kTriple);
  module.setDataLayout(machine->createDataLayout());
  jit::EmitKernel(kernel, module);
  jit::EmitColumns(kernel, machine->getMCSubtargetInfo()->checkFeatures("+avx512vbmi"), module);
  Simplify(module, *machine);
  llvm::SmallVector<char, 0> object;
  llvm::raw_svector_ostream out(object);
  llvm::legacy::PassManager passes;
  if (machine->addPassesToEmitFile(passes, out, nullptr, llvm::CodeGenFileType::ObjectFile)) {
    problem = "this LLVM writes no object files";
    return {};
  }
  passes.run(module);
  return jit::MakeImage({llvm::StringRef(object.data(), object.size()), "policy"}, problem);
}

}  // namespace lq
