// ChildProcess: a program started by a test, with its output.
//
//   ChildProcess child({REDLINE, "serve", "--listen", "127.0.0.1:0"});
//   child.WaitForLine("on port");
//   child.Signal(SIGTERM);
//   EXPECT_EQ(child.Wait(), 0);
//
// Killed and reaped by the destructor.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace redline::service {

class ChildProcess {
 public:
  // Standard output and standard error become one stream. `environment`: "NAME=value", added.
  explicit ChildProcess(const std::vector<std::string>& command,
                        const std::vector<std::string>& environment = {});
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  // Reads output up to a line that holds `part` and returns that line; empty when output ended.
  std::string WaitForLine(const std::string& part);
  void Signal(int number) const;
  // Reads all output, then returns the exit code; 128 + n when signal n ended it.
  int Wait();
  const std::string& output() const { return output_; }
  pid_t pid() const { return pid_; }

 private:
  bool ReadMore();

  pid_t pid_ = -1;
  int pipe_ = -1;
  std::string output_;
};

}  // namespace redline::service
