package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Works out what it takes to clone a value of a type, through the fields of the file's own structs and enums. */
final class CopyCosts {

  private static final int DEEPEST = 5;

  private static final Set<String> TEXTS = Set.of(
    "std::ffi::CString",
    "std::ffi::OsString",
    "std::path::PathBuf",
    "std::string::String"
  );

  private static final Set<String> COLLECTIONS = Set.of(
    "axum::http::HeaderMap",
    "bytes::BytesMut",
    "dashmap::DashMap",
    "http::HeaderMap",
    "indexmap::IndexMap",
    "reqwest::header::HeaderMap",
    "rustc_hash::FxHashMap",
    "rustc_hash::FxHashSet",
    "serde_json::Map",
    "serde_json::Value",
    "std::collections::BTreeMap",
    "std::collections::BTreeSet",
    "std::collections::BinaryHeap",
    "std::collections::HashMap",
    "std::collections::HashSet",
    "std::collections::LinkedList",
    "std::collections::VecDeque",
    "std::vec::Vec"
  );

  private static final Set<String> WRAPPERS = Set.of(
    "std::boxed::Box",
    "std::option::Option",
    "std::result::Result",
    RustType.ARRAY,
    RustType.TUPLE
  );

  private static final Set<String> HANDLES = Set.of(
    "bytes::Bytes",
    "std::any::TypeId",
    "std::cmp::Ordering",
    "std::net::IpAddr",
    "std::net::SocketAddr",
    "std::rc::Rc",
    "std::rc::Weak",
    "std::sync::Arc",
    "std::sync::Weak",
    "std::time::Duration",
    "std::time::Instant",
    "std::time::SystemTime",
    "tokio_util::sync::CancellationToken",
    "uuid::Uuid"
  );

  private static final Set<String> PRIMITIVES = Set.of(
    "bool",
    "char",
    "f32",
    "f64",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "isize",
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "usize"
  );

  private final Declarations declarations;
  private final TypeReader reader;

  CopyCosts(Declarations declarations, TypeReader reader) {
    this.declarations = declarations;
    this.reader = reader;
  }

  /** What it takes to clone a value of the type. */
  CopyCost of(RustType type) {
    return of(type, 0);
  }

  private CopyCost of(RustType type, int depth) {
    String path = type.path();
    if (type.references() > 0 || HANDLES.contains(path) || PRIMITIVES.contains(path)) {
      return CopyCost.CHEAP;
    }
    if (TEXTS.contains(path)) {
      return CopyCost.TEXT;
    }
    if (COLLECTIONS.contains(path)) {
      return CopyCost.LARGE;
    }
    if (depth >= DEEPEST) {
      return CopyCost.UNKNOWN;
    }
    if (path.equals("std::boxed::Box") && type.argument(0).is(RustType.SLICE)) {
      return CopyCost.LARGE;
    }
    if (WRAPPERS.contains(path)) {
      return ofAll(type.arguments(), depth);
    }
    SyntaxNode item = declarations.structOf(path);
    SyntaxNode choice = item == null ? declarations.enumOf(path) : item;
    if (choice == null || !Attributes.derives(choice, "Clone")) {
      // What implements `Clone` by hand is mostly a handle.
      return CopyCost.UNKNOWN;
    }
    if (Attributes.derives(choice, "Copy")) {
      return CopyCost.CHEAP;
    }
    return item != null ? ofFields(item, depth) : ofVariants(choice, depth);
  }

  private CopyCost ofFields(SyntaxNode structOrVariant, int depth) {
    List<RustType> types = new ArrayList<>();
    Declarations.fieldTypes(structOrVariant).forEach(field -> types.add(reader.read(field)));
    return ofAll(types, depth);
  }

  private CopyCost ofVariants(SyntaxNode choice, int depth) {
    CopyCost most = CopyCost.CHEAP;
    SyntaxNode body = choice.field("body");
    for (SyntaxNode variant : body == null ? List.<SyntaxNode>of() : body.namedChildren()) {
      CopyCost cost = variant.is("enum_variant") ? ofFields(variant, depth) : CopyCost.CHEAP;
      most = cost.compareTo(most) > 0 ? cost : most;
    }
    return most;
  }

  /** The cost of several parts; two texts count as much as a collection. */
  private CopyCost ofAll(List<RustType> parts, int depth) {
    CopyCost most = CopyCost.CHEAP;
    int texts = 0;
    for (RustType part : parts) {
      CopyCost cost = of(part, depth + 1);
      texts += cost == CopyCost.TEXT ? 1 : 0;
      most = cost.compareTo(most) > 0 ? cost : most;
    }
    return texts > 1 ? CopyCost.LARGE : most;
  }
}
