/*
 * The native methods of dev.perfreview.syntax.CompiledTreeSitter. A part of perf_review.c.
 *
 * Native methods and not the foreign-function interface, since that spins classes for each signature: 120 ms of a start, before the first text was
 * parsed. Addresses travel as jlong. Arrays are used where they lie ("critical"), which holds garbage collection up: only for what takes a millisecond.
 */
#include <jni.h>
#include <time.h>

#define JAVA_METHOD(type, name) JNIEXPORT type JNICALL Java_dev_perfreview_syntax_CompiledTreeSitter_##name

#define FROM_JAVA(type, address) ((type *)(uintptr_t)(address))
#define TO_JAVA(pointer) ((jlong)(uintptr_t)(pointer))

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define ENCODING_OF_JAVA TSInputEncodingUTF16BE
#else
#define ENCODING_OF_JAVA TSInputEncodingUTF16LE
#endif

typedef const char *(*NameOf)(const TSLanguage *, uint16_t);

static jobjectArray names(JNIEnv *env, const TSLanguage *language, uint32_t count, NameOf name_of) {
  jclass string = (*env)->FindClass(env, "java/lang/String");
  jobjectArray all = string ? (*env)->NewObjectArray(env, (jsize)count, string, NULL) : NULL;
  for (uint32_t id = 0; all && id < count; id++) {
    const char *name = name_of(language, (uint16_t)id);
    if (!name) continue;
    jstring one = (*env)->NewStringUTF(env, name);
    if (!one) return NULL;
    (*env)->SetObjectArrayElement(env, all, (jsize)id, one);
    (*env)->DeleteLocalRef(env, one);
  }
  return all;
}

/* Makes parsing in a language faster. */
JAVA_METHOD(void, prepare)(JNIEnv *env, jclass self, jlong language) {
  (void)env, (void)self;
  prepare_language(FROM_JAVA(const TSLanguage, language));
}

/* The name of each kind of node, by its number. */
JAVA_METHOD(jobjectArray, kindNames)(JNIEnv *env, jclass self, jlong language) {
  (void)self;
  const TSLanguage *known = FROM_JAVA(const TSLanguage, language);
  return names(env, known, ts_language_symbol_count(known), ts_language_symbol_name);
}

/* The name of each field, by its number; the first is none. */
JAVA_METHOD(jobjectArray, fieldNames)(JNIEnv *env, jclass self, jlong language) {
  (void)self;
  const TSLanguage *known = FROM_JAVA(const TSLanguage, language);
  return names(env, known, ts_language_field_count(known) + 1, ts_language_field_name_for_id);
}

/* Whether each kind of node is a named one. */
JAVA_METHOD(jbooleanArray, namedKinds)(JNIEnv *env, jclass self, jlong language) {
  (void)self;
  const TSLanguage *known = FROM_JAVA(const TSLanguage, language);
  uint32_t count = ts_language_symbol_count(known);
  jbooleanArray all = (*env)->NewBooleanArray(env, (jsize)count);
  for (uint32_t id = 0; all && id < count; id++) {
    jboolean named = ts_language_symbol_type(known, (TSSymbol)id) == TSSymbolTypeRegular;
    (*env)->SetBooleanArrayRegion(env, all, (jsize)id, 1, &named);
  }
  return all;
}

JAVA_METHOD(jlong, createParser)(JNIEnv *env, jclass self) {
  (void)env, (void)self;
  return TO_JAVA(ts_parser_new());
}

JAVA_METHOD(jboolean, setLanguage)(JNIEnv *env, jclass self, jlong parser, jlong language) {
  (void)env, (void)self;
  return ts_parser_set_language(FROM_JAVA(TSParser, parser), FROM_JAVA(const TSLanguage, language));
}

JAVA_METHOD(void, deleteParser)(JNIEnv *env, jclass self, jlong parser) {
  (void)env, (void)self;
  ts_parser_delete(FROM_JAVA(TSParser, parser));
}

/* A dev.perfreview.syntax.ParseLimit, asked by the thread that parses. */
typedef struct {
  JNIEnv *env;
  jobject limit;
  jmethodID is_reached;
  jlong start;
} JavaLimit;

/* Nanoseconds that this thread has worked, where the system tells: a parse is not to blame for a machine that does other things. */
static jlong time_spent(void) {
  struct timespec now = {0, 0};
#ifdef CLOCK_THREAD_CPUTIME_ID
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
#else
  timespec_get(&now, TIME_UTC);
#endif
  return (jlong)now.tv_sec * 1000000000 + now.tv_nsec;
}

static bool limit_is_reached(TSParseState *state) {
  const JavaLimit *asked = state->payload;
  jlong spent = time_spent() - asked->start;
  return (*asked->env)->CallBooleanMethod(asked->env, asked->limit, asked->is_reached, spent) || (*asked->env)->ExceptionCheck(asked->env);
}

/* Parses a text; 0 when memory runs out or the limit is reached. The text is copied: the collector need not wait until it is parsed. */
JAVA_METHOD(jlong, parseText)(JNIEnv *env, jclass self, jlong parser, jstring text, jlong before, jobject limit) {
  (void)self;
  JavaLimit asked = {env, limit, (*env)->GetMethodID(env, (*env)->GetObjectClass(env, limit), "isReached", "(J)Z"), time_spent()};
  jsize length = (*env)->GetStringLength(env, text);
  jchar *units = asked.is_reached ? malloc(((size_t)length + 1) * sizeof *units) : NULL;
  if (!units) return 0;
  (*env)->GetStringRegion(env, text, 0, length, units);
  TSStringInput string = {(const char *)units, (uint32_t)length * sizeof *units};
  TSInput input = {&string, ts_string_input_read, ENCODING_OF_JAVA, NULL};
  TSParseOptions options = {&asked, limit_is_reached};
  TSTree *tree = ts_parser_parse_with_options(FROM_JAVA(TSParser, parser), FROM_JAVA(const TSTree, before), input, options);
  /* Else the next text would be taken for the rest of this one. */
  if (!tree) ts_parser_reset(FROM_JAVA(TSParser, parser));
  free(units);
  return TO_JAVA(tree);
}

JAVA_METHOD(void, editTree)(
  JNIEnv *env, jclass self, jlong tree, jint start, jint old_end, jint new_end, jint start_row, jint start_column, jint old_end_row, jint old_end_column,
  jint new_end_row, jint new_end_column
) {
  (void)env, (void)self;
  TSInputEdit edit = {
    (uint32_t)start,
    (uint32_t)old_end,
    (uint32_t)new_end,
    {(uint32_t)start_row, (uint32_t)start_column},
    {(uint32_t)old_end_row, (uint32_t)old_end_column},
    {(uint32_t)new_end_row, (uint32_t)new_end_column},
  };
  ts_tree_edit(FROM_JAVA(TSTree, tree), &edit);
}

JAVA_METHOD(void, deleteTree)(JNIEnv *env, jclass self, jlong tree) {
  (void)env, (void)self;
  ts_tree_delete(FROM_JAVA(TSTree, tree));
}

JAVA_METHOD(jint, nodeCount)(JNIEnv *env, jclass self, jlong tree) {
  (void)env, (void)self;
  return (jint)tree_node_count(FROM_JAVA(const TSTree, tree));
}

/* The columns of a NodeArrays, in the order of its fields. */
typedef struct {
  jarray arrays[7];
  void *content[7];
} JavaColumns;

static bool columns_pin(JNIEnv *env, JavaColumns *columns) {
  bool whole = true;
  for (int i = 0; i < 7; i++) {
    columns->content[i] = (*env)->GetPrimitiveArrayCritical(env, columns->arrays[i], NULL);
    whole = whole && columns->content[i];
  }
  return whole;
}

static void columns_unpin(JNIEnv *env, JavaColumns *columns, jint mode) {
  for (int i = 0; i < 7; i++) {
    if (columns->content[i]) (*env)->ReleasePrimitiveArrayCritical(env, columns->arrays[i], columns->content[i], mode);
  }
}

static Columns columns_of(const JavaColumns *from) {
  void *const *content = from->content;
  Columns columns = {content[0], content[1], content[2], content[3], content[4], content[5], content[6], 0};
  return columns;
}

/* Fills the columns with the nodes of a tree: tree_flatten. */
JAVA_METHOD(jint, flattenTree)(
  JNIEnv *env, jclass self, jlong tree, jint expected, jshortArray kind, jshortArray field, jbyteArray flags, jintArray start, jintArray end,
  jintArray parent, jintArray subtree_end, jlong earlier, jshortArray earlier_kind, jshortArray earlier_field, jbyteArray earlier_flags,
  jintArray earlier_start, jintArray earlier_end, jintArray earlier_parent, jintArray earlier_subtree_end
) {
  (void)self;
  JavaColumns to = {{kind, field, flags, start, end, parent, subtree_end}, {NULL}};
  JavaColumns from = {
    {earlier_kind, earlier_field, earlier_flags, earlier_start, earlier_end, earlier_parent, earlier_subtree_end},
    {NULL},
  };
  uint32_t size = 0;
  bool pinned = columns_pin(env, &to);
  if (earlier) pinned = columns_pin(env, &from) && pinned;
  if (pinned) {
    size = tree_flatten(FROM_JAVA(const TSTree, tree), (uint32_t)expected, columns_of(&to), FROM_JAVA(const TSTree, earlier), columns_of(&from));
  }
  if (earlier) columns_unpin(env, &from, JNI_ABORT);
  columns_unpin(env, &to, 0);
  return (jint)size;
}
