package dev.perfreview.rust;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the standard library's functions for threads, processes, files, sockets and channels return: the handles on which one waits. */
final class StandardHandles {

  private static final RustType CHILD = RustType.of("std::process::Child");
  private static final RustType FILE = RustType.of("std::fs::File");

  private static final Map<String, RustType> FUNCTIONS = Map.ofEntries(
    Map.entry("std::thread::spawn", RustType.of("std::thread::JoinHandle")),
    Map.entry("std::process::Command::new", RustType.of("std::process::Command")),
    Map.entry("std::fs::File::open", resultOf(FILE)),
    Map.entry("std::fs::File::create", resultOf(FILE)),
    Map.entry("std::fs::File::create_new", resultOf(FILE)),
    Map.entry("std::fs::File::options", RustType.of("std::fs::OpenOptions")),
    Map.entry("std::fs::OpenOptions::new", RustType.of("std::fs::OpenOptions")),
    Map.entry("std::net::TcpStream::connect", resultOf(RustType.of("std::net::TcpStream"))),
    Map.entry("std::net::TcpListener::bind", resultOf(RustType.of("std::net::TcpListener"))),
    Map.entry("std::net::UdpSocket::bind", resultOf(RustType.of("std::net::UdpSocket"))),
    Map.entry("std::sync::mpsc::channel", pair("std::sync::mpsc::Sender", "std::sync::mpsc::Receiver")),
    Map.entry("std::sync::mpsc::sync_channel", pair("std::sync::mpsc::SyncSender", "std::sync::mpsc::Receiver")),
    Map.entry("crossbeam_channel::bounded", pair("crossbeam_channel::Sender", "crossbeam_channel::Receiver")),
    Map.entry("crossbeam_channel::unbounded", pair("crossbeam_channel::Sender", "crossbeam_channel::Receiver")),
    Map.entry("flume::bounded", pair("flume::Sender", "flume::Receiver")),
    Map.entry("flume::unbounded", pair("flume::Sender", "flume::Receiver")),
    Map.entry("std::sync::Barrier::new", RustType.of("std::sync::Barrier")),
    Map.entry("std::sync::Condvar::new", RustType.of("std::sync::Condvar")),
    Map.entry("reqwest::blocking::Client::new", RustType.of("reqwest::blocking::Client"))
  );

  /** The types whose methods, those named below aside, answer the receiver itself. */
  private static final Set<String> BUILDERS = Set.of("std::process::Command", "std::fs::OpenOptions");

  private StandardHandles() {}

  private static RustType resultOf(RustType type) {
    return RustType.of("std::result::Result", type);
  }

  private static RustType pair(String sender, String receiver) {
    return new RustType(RustType.TUPLE, List.of(RustType.of(sender), RustType.of(receiver)), 0);
  }

  /** The type that a function returns, by its full path. */
  static @Nullable RustType returnedBy(String function) {
    return FUNCTIONS.get(function);
  }

  /** The type that a method of a handle returns. */
  static @Nullable RustType returnedBy(RustType handle, String method) {
    return switch (handle.path() + "." + method) {
      case "std::process::Command.spawn" -> resultOf(CHILD);
      case "std::process::Command.output", "std::process::Command.status" -> null;
      case "std::fs::OpenOptions.open" -> resultOf(FILE);
      default -> BUILDERS.contains(handle.path()) ? handle : null;
    };
  }
}
