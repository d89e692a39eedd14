#pragma once

#include <string_view>

namespace lq::stdlib {

// The part of a domain (lower-cased A-labels) that its owner registered: the public suffix and one
// label more, by the algorithm of https://publicsuffix.org/list/. A domain that is itself a public
// suffix stays as it is.
std::string_view RegistrableDomain(std::string_view domain);

}  // namespace lq::stdlib
