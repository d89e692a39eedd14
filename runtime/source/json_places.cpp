#include "runtime/source/json_places.h"

#include <algorithm>

#include <fmt/format.h>

namespace lq {

using Kind = PlaceValue::Kind;
using StepKind = JsonPathStep::Kind;

namespace {

constexpr auto kNone = JsonDocument::kNone;

std::string_view WhatIsThere(Kind kind) {
  switch (kind) {
    case Kind::kNothing:
      return "nothing";
    case Kind::kText:
      return "a text";
    case Kind::kNumber:
      return "a number";
    case Kind::kYesNo:
      return "true or false";
    case Kind::kObject:
      return "an object";
    case Kind::kList:
      return "a list";
  }
  return {};
}

}  // namespace

void JsonPlaces::Begin() {
  marks_.assign(document_.size(), Mark::kNone);
  chosen_.clear();
  items_used_ = 0;
}

PlaceValue JsonPlaces::Find(Index root, const JsonPath& path) {
  const Index found = Walk(root, path);
  return found == kNone ? PlaceValue{} : ValueOf(found);
}

void JsonPlaces::Pass(Index root, const JsonPath& path) { Walk(root, path); }

JsonPlaces::Index JsonPlaces::Walk(Index root, const JsonPath& path) {
  Index at = root;
  for (const JsonPathStep& step : path) {
    Touch(at, Mark::kPassed);
    at = Step(at, step);
    if (at == kNone)
      return kNone;
    if (step.kind == StepKind::kWhere)
      Touch(at, Mark::kKnown);
  }
  Touch(at, Mark::kKnown);
  return at;
}

void JsonPlaces::Touch(Index index, Mark mark) { marks_[index] = std::max(marks_[index], mark); }

JsonPlaces::Index JsonPlaces::Step(Index index, const JsonPathStep& step) {
  const Kind kind = document_.node(index).kind;
  switch (step.kind) {
    case StepKind::kMember:
      return kind == Kind::kObject ? Member(index, step.name) : kNone;
    case StepKind::kIndex:
      return kind == Kind::kList ? ElementAt(index, step.index) : kNone;
    case StepKind::kWhere:
      if (kind != Kind::kList)
        return kNone;
      chosen_.emplace_back(index, &step);
      return Choose(index, step);
    case StepKind::kEach:
      return kNone;
  }
  return kNone;
}

JsonPlaces::Index JsonPlaces::Member(Index object, std::string_view name) const {
  for (Index at = document_.FirstWithin(object); at != kNone;
       at = document_.NextWithin(object, at)) {
    if (document_.node(at).key == name)
      return at;
  }
  return kNone;
}

JsonPlaces::Index JsonPlaces::ElementAt(Index list, std::size_t number) const {
  Index at = document_.FirstWithin(list);
  for (; at != kNone && number > 0; --number)
    at = document_.NextWithin(list, at);
  return at;
}

JsonPlaces::Index JsonPlaces::Inner(Index element, const std::vector<std::string>& names) const {
  for (const std::string& name : names) {
    element = document_.node(element).kind == Kind::kObject ? Member(element, name) : kNone;
    if (element == kNone)
      return kNone;
  }
  return element;
}

// The first element whose member is the step's value.
JsonPlaces::Index JsonPlaces::Choose(Index list, const JsonPathStep& step) const {
  for (Index at = document_.FirstWithin(list); at != kNone; at = document_.NextWithin(list, at)) {
    const Index inner = Inner(at, step.inner);
    if (inner == kNone)
      continue;
    const JsonDocument::Node& member = document_.node(inner);
    const bool is_one =
        member.kind == Kind::kText || member.kind == Kind::kNumber || member.kind == Kind::kYesNo;
    if (is_one && member.text == step.value)
      return at;
  }
  return kNone;
}

PlaceValue JsonPlaces::ValueOf(Index index) {
  const JsonDocument::Node& node = document_.node(index);
  if (node.kind != Kind::kList)
    return {node.kind, node.text};
  if (items_used_ == items_.size())
    items_.emplace_back();
  std::vector<PlaceValue>& items = items_[items_used_++];
  items.clear();
  for (Index at = document_.FirstWithin(index); at != kNone; at = document_.NextWithin(index, at)) {
    const JsonDocument::Node& item = document_.node(at);
    items.push_back({item.kind, item.text});
  }
  return {Kind::kList, {}, items};
}

bool JsonPlaces::FindEach(const JsonPath& path, std::vector<Element>& elements,
                          std::string& problem) const {
  elements.assign(1, {JsonDocument::kRoot, ""});
  for (const JsonPathStep& step : path) {
    std::vector<Element> next;
    for (const Element& from : elements) {
      const bool well = step.kind == StepKind::kMember ? FindMember(from, step, next, problem)
                                                       : FindElements(from, step, next, problem);
      if (!well)
        return false;
    }
    elements = std::move(next);
  }
  return true;
}

bool JsonPlaces::FindMember(const Element& from, const JsonPathStep& step,
                            std::vector<Element>& next, std::string& problem) const {
  const bool is_object = document_.node(from.index).kind == Kind::kObject;
  const Index member = is_object ? Member(from.index, step.name) : kNone;
  if (member == kNone) {
    problem = fmt::format("{} has no `{}`", NameOf(from), step.name);
    return false;
  }
  next.push_back({member, from.path});
  AppendPathMember(step.name, next.back().path);
  return true;
}

bool JsonPlaces::FindElements(const Element& from, const JsonPathStep& step,
                              std::vector<Element>& next, std::string& problem) const {
  const Kind kind = document_.node(from.index).kind;
  if (kind != Kind::kList) {
    problem = fmt::format("{} is {}, not a list", NameOf(from), WhatIsThere(kind));
    return false;
  }
  Index wanted = kNone;
  if (step.kind == StepKind::kIndex)
    wanted = ElementAt(from.index, step.index);
  if (step.kind == StepKind::kWhere)
    wanted = Choose(from.index, step);
  std::size_t number = 0;
  for (Index at = document_.FirstWithin(from.index); at != kNone;
       at = document_.NextWithin(from.index, at)) {
    if (step.kind == StepKind::kEach || at == wanted)
      next.push_back({at, fmt::format("{}[{}]", from.path, number)});
    ++number;
  }
  return true;
}

std::string JsonPlaces::NameOf(const Element& element) {
  return element.path.empty() ? "the payload" : fmt::format("`{}`", element.path);
}

bool JsonPlaces::HoldsSomething(Index index) const {
  const JsonDocument::Node& node = document_.node(index);
  switch (node.kind) {
    case Kind::kNothing:
      return false;
    case Kind::kText:
      return !node.text.empty();
    case Kind::kNumber:
    case Kind::kYesNo:
      return true;
    case Kind::kObject:
    case Kind::kList:
      break;
  }
  for (Index at = document_.FirstWithin(index); at != kNone; at = document_.NextWithin(index, at)) {
    if (HoldsSomething(at))
      return true;
  }
  return false;
}

void JsonPlaces::CountUnmapped(Index root, UnmappedNames& unmapped) {
  path_.clear();
  CountWithin(root, unmapped);
}

// As deep as the document is, which the scanner bounds.
void JsonPlaces::CountWithin(Index index, UnmappedNames& unmapped) {
  switch (MarkOf(index)) {
    case Mark::kKnown:
      return;
    case Mark::kNone:
      if (HoldsSomething(index))
        unmapped.Count(path_.empty() ? "(the whole payload)" : path_);
      return;
    case Mark::kPassed:
      break;
  }
  if (document_.node(index).kind == Kind::kObject)
    CountMembers(index, unmapped);
  if (document_.node(index).kind == Kind::kList)
    CountElements(index, unmapped);
}

void JsonPlaces::CountMembers(Index object, UnmappedNames& unmapped) {
  const std::size_t size = path_.size();
  for (Index at = document_.FirstWithin(object); at != kNone;
       at = document_.NextWithin(object, at)) {
    AppendPathMember(document_.node(at).key, path_);
    CountWithin(at, unmapped);
    path_.resize(size);
  }
}

void JsonPlaces::CountElements(Index list, UnmappedNames& unmapped) {
  const std::size_t size = path_.size();
  std::size_t number = 0;
  for (Index at = document_.FirstWithin(list); at != kNone; at = document_.NextWithin(list, at)) {
    AppendElement(list, at, number++);
    CountWithin(at, unmapped);
    path_.resize(size);
  }
}

// `[name=value]` where the source tells the list's elements apart by that member, else `[0]`.
void JsonPlaces::AppendElement(Index list, Index element, std::size_t number) {
  for (const auto& [chosen, step] : chosen_) {
    const Index inner = chosen == list ? Inner(element, step->inner) : kNone;
    if (inner == kNone || document_.node(inner).text.empty())
      continue;
    path_ += '[';
    for (const std::string& name : step->inner) {
      if (&name != step->inner.data())
        path_ += '.';
      AppendPathName(name, path_);
    }
    path_ += '=';
    AppendPathName(document_.node(inner).text, path_);
    path_ += ']';
    return;
  }
  path_ += fmt::format("[{}]", number);
}

}  // namespace lq
