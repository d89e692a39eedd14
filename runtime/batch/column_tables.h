#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "runtime/batch/export_columns.h"

namespace lq::batch {

// The results of the batch at hand, and those of earlier ones that consumers have released and
// whose memory is used again. `Columns` has Clear, Finish and root.
template <typename Columns>
class ColumnTables {
 public:
  // `make`: called for the first table, and for each that consumers do not give back in time.
  explicit ColumnTables(std::function<std::unique_ptr<Columns>()> make) : make_(std::move(make)) {}

  // Makes current() empty.
  Columns& Begin() {
    if (table_ == nullptr)
      table_ = pool_->Take();
    if (table_ == nullptr)
      table_ = std::make_unique<Table>(make_());
    table_->columns->Clear();
    table_->columns->Finish();
    return *table_->columns;
  }

  // Empty before Begin, and after Export.
  Columns& current() { return table_ == nullptr ? Begin() : *table_->columns; }

  void ExportSchema(ArrowSchema& schema) { batch::ExportSchema(current().root(), schema); }

  // Hands current() over.
  void Export(ArrowArray& array) {
    current();
    Table* const table = table_.release();
    table->exported.Export(table->columns->root(), array,
                           [table, pool = pool_] { pool->Give(std::unique_ptr<Table>(table)); });
  }

 private:
  struct Table {
    explicit Table(std::unique_ptr<Columns> made) : columns(std::move(made)) {}

    std::unique_ptr<Columns> columns;
    ColumnExport exported;
  };

  class Pool {
   public:
    std::unique_ptr<Table> Take() {
      const std::lock_guard lock(mutex_);
      if (free_.empty())
        return nullptr;
      auto table = std::move(free_.back());
      free_.pop_back();
      return table;
    }

    void Give(std::unique_ptr<Table> table) {
      const std::lock_guard lock(mutex_);
      free_.push_back(std::move(table));
    }

   private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<Table>> free_;
  };

  std::function<std::unique_ptr<Columns>()> make_;
  std::unique_ptr<Table> table_;
  // Outlives this while consumers hold tables.
  std::shared_ptr<Pool> pool_ = std::make_shared<Pool>();
};

}  // namespace lq::batch
