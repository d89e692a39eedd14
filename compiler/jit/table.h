#pragma once

#include <vector>

#include <llvm/IR/Constants.h>
#include <llvm/IR/GlobalVariable.h>
#include <llvm/IR/Module.h>

namespace lq::jit {

// A table of numbers in the module's read-only data, at the beginning of a cache line; the same
// numbers stand there once.
template <typename Number>
llvm::GlobalVariable* Table(llvm::Module& module, const std::vector<Number>& numbers) {
  llvm::Constant* const data = llvm::ConstantDataArray::get(module.getContext(), numbers);
  for (llvm::GlobalVariable& known : module.globals()) {
    if (known.getInitializer() == data)
      return &known;
  }
  auto* const table = new llvm::GlobalVariable(module, data->getType(), true,
                                               llvm::GlobalValue::PrivateLinkage, data);
  table->setAlignment(llvm::Align(64));
  return table;
}

}  // namespace lq::jit
