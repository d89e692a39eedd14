#include "runtime/batch/export_columns.h"

#include <memory>
#include <string>
#include <utility>

namespace lq::batch {
namespace {

// Most buffers of one array.
constexpr std::size_t kMostBuffers = 3;

// What one exported schema points to. Those below it are released by whoever holds them.
struct SchemaMemory {
  std::string format;
  std::string name;
  std::string metadata;
  std::vector<std::unique_ptr<ArrowSchema>> below;
  std::vector<ArrowSchema*> children;
};

void ReleaseSchema(ArrowSchema* schema) {
  auto* const memory = static_cast<SchemaMemory*>(schema->private_data);
  for (const auto& below : memory->below) {
    if (below->release != nullptr)
      below->release(below.get());
  }
  delete memory;
  schema->release = nullptr;
}

ArrowSchema* ExportBelow(const OutColumn& column, SchemaMemory& memory) {
  ArrowSchema& below = *memory.below.emplace_back(std::make_unique<ArrowSchema>());
  ExportSchema(column, below);
  return &below;
}

int BuffersOf(const OutColumn& column) {
  switch (column.layout()) {
    case OutColumn::Layout::kStruct:
      return 1;
    case OutColumn::Layout::kNumber:
    case OutColumn::Layout::kBits:
    case OutColumn::Layout::kList:
      return 2;
    case OutColumn::Layout::kText:
      return 3;
  }
  return 0;
}

}  // namespace

void ExportSchema(const OutColumn& column, ArrowSchema& schema) {
  auto memory = std::make_unique<SchemaMemory>();
  memory->format = column.format();
  memory->name = column.name();
  memory->metadata = column.metadata();
  for (const auto& child : column.children())
    memory->children.push_back(ExportBelow(*child, *memory));
  schema = {};
  if (column.dictionary() != nullptr)
    schema.dictionary = ExportBelow(*column.dictionary(), *memory);
  schema.format = memory->format.c_str();
  schema.name = memory->name.c_str();
  schema.metadata = memory->metadata.empty() ? nullptr : memory->metadata.data();
  schema.flags = ARROW_FLAG_NULLABLE;
  schema.n_children = static_cast<std::int64_t>(memory->children.size());
  schema.children = memory->children.data();
  schema.release = ReleaseSchema;
  schema.private_data = memory.release();
}

void ColumnExport::Export(const OutColumn& column, ArrowArray& array,
                          std::function<void()> released) {
  released_ = std::move(released);
  arrays_.clear();
  children_.clear();
  buffers_.clear();
  array_count_ = 0;
  Count(column);
  arrays_.reserve(array_count_);
  children_.reserve(array_count_);
  buffers_.reserve(array_count_ * kMostBuffers);
  open_ = static_cast<int>(array_count_);
  Fill(column, array);
}

void ColumnExport::Count(const OutColumn& column) {
  ++array_count_;
  for (const auto& child : column.children())
    Count(*child);
  if (column.dictionary() != nullptr)
    Count(*column.dictionary());
}

void ColumnExport::Fill(const OutColumn& column, ArrowArray& array) {
  array = {};
  array.length = column.length();
  array.null_count = column.null_count();
  array.n_buffers = BuffersOf(column);
  array.buffers = buffers_.data() + buffers_.size();
  const void* const all[kMostBuffers] = {column.validity(), column.data(), column.bytes()};
  buffers_.insert(buffers_.end(), all, all + array.n_buffers);
  array.n_children = static_cast<std::int64_t>(column.children().size());
  array.children = children_.data() + children_.size();
  for (std::size_t i = 0; i < column.children().size(); ++i)
    children_.push_back(&arrays_.emplace_back());
  for (std::size_t i = 0; i < column.children().size(); ++i)
    Fill(*column.children()[i], *array.children[i]);
  if (column.dictionary() != nullptr) {
    array.dictionary = &arrays_.emplace_back();
    Fill(*column.dictionary(), *array.dictionary);
  }
  array.release = Release;
  array.private_data = this;
}

void ColumnExport::Release(ArrowArray* array) {
  for (std::int64_t i = 0; i < array->n_children; ++i) {
    ArrowArray* const child = array->children[i];
    if (child->release != nullptr)
      child->release(child);
  }
  if (array->dictionary != nullptr && array->dictionary->release != nullptr)
    array->dictionary->release(array->dictionary);
  auto* const owner = static_cast<ColumnExport*>(array->private_data);
  array->release = nullptr;
  // `array` may be one of the owner's own, which are gone when the last one is counted.
  if (owner->open_.fetch_sub(1) == 1) {
    const std::function<void()> released = std::move(owner->released_);
    released();
  }
}

}  // namespace lq::batch
