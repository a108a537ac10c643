/* The native method with which Java asks this library for its grammar: CompiledTreeSitter.rust(). */
#include <jni.h>
#include <stdint.h>

#include "tree_sitter/parser.h"

extern const TSLanguage *tree_sitter_rust(void);

JNIEXPORT jlong JNICALL Java_dev_perfreview_syntax_CompiledTreeSitter_rust(JNIEnv *env, jclass self) {
  (void)env, (void)self;
  return (jlong)(uintptr_t)tree_sitter_rust();
}
