// ListenAddress: who can reach a place that a server listens on.
//
// Threads:  pure functions.
#pragma once

#include <string_view>

namespace redline::service {

// True when only this machine can reach `address`: "127.0.0.1:50051", "[::1]:0", "localhost:80",
// "unix:/run/redline.sock". Anything that is not surely so is false.
bool IsLoopback(std::string_view address);

}  // namespace redline::service
