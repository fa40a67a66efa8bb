// redline serve: the gRPC service as a process.
//
//   redline serve --listen 127.0.0.1:50051 --rules lists/
//
// Exit codes: 0 stopped as asked (SIGTERM, SIGINT), every call in flight answered; 1 stopped, but
// calls had to be cut off; 2 could not start.
#pragma once

#include <CLI/CLI.hpp>

namespace redline::service {

// Adds the command to `app`; running it sets `exit_code`.
void AddServe(CLI::App& app, int& exit_code);

}  // namespace redline::service
