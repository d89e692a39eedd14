#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lq::stdlib {

// What a text means as a phone number, dialled in a country ("DE"), in E.164: "+49301234567". By
// the numbering plans of libphonenumber: prefixes for calls abroad and within the country are
// understood, and the number must have a form and length that its plan has. An extension behind it
// ("ext. 12", "x12", "Durchwahl 12") is left out. Empty when it is no such number.
std::string PhoneNumberIn(std::string_view text, std::string_view country);

// Every calling code that is in use: "49".
std::vector<std::string_view> CallingCodes();

}  // namespace lq::stdlib
