#include "tools/lq/decide_pipeline.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "tools/lq/progress.h"

namespace lq::tool {
namespace {

// Prints the decisions of batch after batch as one document.
class Printer {
 public:
  Printer(const DecisionFormat& format, Output& output) : format_(format), output_(output) {
    output_.Write(format_.header());
  }
  // False when nothing more can be printed.
  bool Print(const std::string& decisions) {
    if (decisions.empty()) {
      return true;
    }
    if (!first_) {
      output_.Write(format_.separator());
    }
    first_ = false;
    return output_.Write(decisions);
  }
  void Finish() { output_.Write(format_.footer()); }

 private:
  const DecisionFormat& format_;
  Output& output_;
  bool first_ = true;
};

// Reads the next batch and numbers it.
class Reader {
 public:
  Reader(LeadFeed& feed, const InputFile& file) : feed_(feed), file_(file) {}
  // False at the end.
  bool Read(LeadBatch& batch) {
    batch.Clear();
    batch.first_number = next_number_;
    feed_.Next(batch);
    next_number_ += batch.size();
    progress_.Show(next_number_ - 1, file_.consumed(), file_.size());
    return batch.size() > 0;
  }

 private:
  LeadFeed& feed_;
  const InputFile& file_;
  Progress progress_;
  std::uint64_t next_number_ = 1;
};

Tally DecideAlone(Reader& reader, const DecideSetup& setup, Printer& printer) {
  LeadWorker worker(setup);
  LeadBatch batch;
  std::string decisions;
  bool goes_on = true;
  while (goes_on && reader.Read(batch)) {
    decisions.clear();
    worker.Work(batch, decisions);
    goes_on = printer.Print(decisions);
  }
  return worker.Finish();
}

// A ring of batches. The calling thread fills slots, workers take them in order, and whoever
// finishes the oldest one prints what is ready, so that no batch waits for the next one to be read.
class Ring {
 public:
  Ring(const DecideSetup& setup, unsigned threads, Printer& printer)
      : setup_(setup), printer_(printer), slots_(2 * threads + 2), total_(*setup.plan) {
    for (unsigned i = 0; i < threads; ++i) {
      threads_.emplace_back([this] { RunWorker(); });
    }
  }

  Tally Run(Reader& reader) {
    while (Slot* slot = WaitForFreeSlot()) {
      if (!reader.Read(slot->batch)) {
        break;
      }
      const std::lock_guard lock(mutex_);
      ++filled_;
      changed_.notify_all();
    }
    Join();
    if (failure_ != nullptr) {
      std::rethrow_exception(failure_);
    }
    return total_;
  }

 private:
  struct Slot {
    LeadBatch batch;
    std::string decisions;
    bool done = false;
  };

  // Null once nothing more can be printed.
  Slot* WaitForFreeSlot() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return filled_ - printed_ < slots_.size() || stopped_; });
    return stopped_ ? nullptr : &SlotOf(filled_);
  }

  void Join() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
      changed_.notify_all();
    }
    for (std::thread& thread : threads_) {
      thread.join();
    }
  }

  void RunWorker() {
    try {
      LeadWorker worker(setup_);
      WorkAll(worker);
      const std::lock_guard lock(mutex_);
      total_.Add(worker.Finish());
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
      stopped_ = true;
      changed_.notify_all();
    }
  }

  void WorkAll(LeadWorker& worker) {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return taken_ < filled_ || ended_ || stopped_; });
      if (taken_ == filled_ || stopped_) {
        return;
      }
      Slot& slot = SlotOf(taken_++);
      lock.unlock();
      slot.decisions.clear();
      worker.Work(slot.batch, slot.decisions);
      lock.lock();
      slot.done = true;
      PrintReady(lock);
    }
  }

  // One thread prints at a time; what others finish meanwhile it prints too.
  void PrintReady(std::unique_lock<std::mutex>& lock) {
    if (printing_) {
      return;
    }
    printing_ = true;
    while (printed_ < taken_ && SlotOf(printed_).done && !stopped_) {
      Slot& slot = SlotOf(printed_);
      lock.unlock();
      const bool goes_on = printer_.Print(slot.decisions);
      lock.lock();
      slot.done = false;
      ++printed_;
      stopped_ = stopped_ || !goes_on;
      changed_.notify_all();
    }
    printing_ = false;
  }

  Slot& SlotOf(std::uint64_t number) { return slots_[number % slots_.size()]; }

  const DecideSetup& setup_;
  Printer& printer_;
  std::vector<Slot> slots_;
  std::vector<std::thread> threads_;
  std::mutex mutex_;
  std::condition_variable changed_;
  // Batches so far; printed <= taken <= filled.
  std::uint64_t filled_ = 0;
  std::uint64_t taken_ = 0;
  std::uint64_t printed_ = 0;
  bool ended_ = false;
  bool stopped_ = false;
  bool printing_ = false;
  Tally total_;
  std::exception_ptr failure_;
};

}  // namespace

Tally DecideAll(LeadFeed& feed, const InputFile& file, const DecideSetup& setup, unsigned threads,
                Output& output) {
  Printer printer(*setup.format, output);
  Reader reader(feed, file);
  Tally tally = threads == 1 ? DecideAlone(reader, setup, printer)
                             : Ring(setup, threads, printer).Run(reader);
  printer.Finish();
  return tally;
}

}  // namespace lq::tool
