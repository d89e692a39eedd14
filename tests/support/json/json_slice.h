#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// JSON as it stands in a file: values are slices of the text, so that numbers and the order of
// members come through untouched. For well-formed files of our own; anything else gives a
// std::runtime_error.
namespace lq::test {

// The members of an object, in order: name and the text of the value.
std::vector<std::pair<std::string, std::string_view>> JsonMembers(std::string_view object);
// The texts of the items of an array.
std::vector<std::string_view> JsonItems(std::string_view array);
// The value of a member, empty when there is none of that name.
std::string_view JsonMember(std::string_view object, std::string_view name);
// The text that a JSON string stands for.
std::string JsonString(std::string_view text);
// Without white space outside of strings.
std::string CompactJson(std::string_view text);

// A decision without what conformance cases leave out: its hash, and the message of each error.
std::string ComparableDecision(std::string_view decision);

}  // namespace lq::test
