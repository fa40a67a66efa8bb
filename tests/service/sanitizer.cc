// What the thread sanitizer is told in the programs of this folder; see tsan.supp.

extern "C" const char* __tsan_default_options();
extern "C" const char* __tsan_default_options() {
  return "suppressions=" REDLINE_SOURCE_DIR "/tests/service/tsan.supp";
}
