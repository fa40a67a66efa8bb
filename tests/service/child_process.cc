#include "tests/service/child_process.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

extern char** environ;

namespace redline::service {
namespace {

std::vector<char*> Pointers(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& command,
                           const std::vector<std::string>& environment) {
  std::vector<std::string> words = command;
  std::vector<std::string> variables = environment;
  // Ours is first, and so the one that counts; see tsan.supp.
  variables.push_back("TSAN_OPTIONS=suppressions=" REDLINE_SOURCE_DIR "/tests/service/tsan.supp");
  for (char** variable = environ; *variable != nullptr; ++variable) variables.push_back(*variable);

  int ends[2];
  if (pipe(ends) != 0) std::abort();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  posix_spawn_file_actions_addclose(&actions, ends[1]);
  const int error = posix_spawnp(&pid_, words[0].c_str(), &actions, nullptr, Pointers(words).data(),
                                 Pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  pipe_ = ends[0];
  if (error != 0) {
    std::cerr << "cannot start " << words[0] << '\n';
    std::abort();
  }
}

ChildProcess::~ChildProcess() {
  if (pid_ > 0) {
    Signal(SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  close(pipe_);
}

std::string ChildProcess::WaitForLine(const std::string& part) {
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = output_.find('\n', begin);
    if (end == std::string::npos) {
      if (!ReadMore()) return "";
      continue;
    }
    std::string line = output_.substr(begin, end - begin);
    if (line.find(part) != std::string::npos) return line;
    begin = end + 1;
  }
}

void ChildProcess::Signal(int number) const { kill(pid_, number); }

int ChildProcess::Wait() {
  while (ReadMore()) {
  }
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool ChildProcess::ReadMore() {
  char bytes[4096];
  const ssize_t size = read(pipe_, bytes, sizeof(bytes));
  if (size <= 0) return false;
  output_.append(bytes, static_cast<std::size_t>(size));
  return true;
}

}  // namespace redline::service
