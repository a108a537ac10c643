package dev.perfreview.rust.blocking;

import static dev.perfreview.rust.blocking.BlockingOperation.*;
import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions and methods of the standard library and its neighbours that block, by full path. */
final class BlockingFunctions {

  private static final Map<String, BlockingOperation> FUNCTIONS = Map.ofEntries(
    entry("std::thread::sleep", SLEEP),
    entry("std::thread::park", THREAD),
    entry("std::thread::park_timeout", THREAD),
    entry("std::net::TcpStream::connect", NETWORK),
    entry("std::net::TcpStream::connect_timeout", NETWORK),
    entry("reqwest::blocking::get", NETWORK),
    entry("std::fs::read", FILE),
    entry("std::fs::read_to_string", FILE),
    entry("std::fs::write", FILE),
    entry("std::fs::copy", FILE),
    entry("std::fs::File::open", OPEN_FILE),
    entry("std::fs::File::create", OPEN_FILE),
    entry("std::fs::File::create_new", OPEN_FILE),
    entry("std::fs::remove_dir_all", FILE_TREE),
    entry("std::fs::canonicalize", FILE_SYSTEM),
    entry("std::fs::create_dir", FILE_SYSTEM),
    entry("std::fs::create_dir_all", FILE_SYSTEM),
    entry("std::fs::exists", FILE_SYSTEM),
    entry("std::fs::hard_link", FILE_SYSTEM),
    entry("std::fs::metadata", FILE_SYSTEM),
    entry("std::fs::read_dir", FILE_SYSTEM),
    entry("std::fs::read_link", FILE_SYSTEM),
    entry("std::fs::remove_dir", FILE_SYSTEM),
    entry("std::fs::remove_file", FILE_SYSTEM),
    entry("std::fs::rename", FILE_SYSTEM),
    entry("std::fs::set_permissions", FILE_SYSTEM),
    entry("std::fs::symlink_metadata", FILE_SYSTEM),
    entry("async_std::task::block_on", FUTURE),
    entry("futures::executor::block_on", FUTURE),
    entry("futures_executor::block_on", FUTURE),
    entry("futures_lite::future::block_on", FUTURE),
    entry("pollster::block_on", FUTURE),
    entry("smol::block_on", FUTURE)
  );

  /** By the type that they are called on, a dot and their name. */
  private static final Map<String, BlockingOperation> METHODS = Map.ofEntries(
    entry("std::process::Command.output", PROCESS),
    entry("std::process::Command.status", PROCESS),
    entry("std::process::Command.spawn", START_PROCESS),
    entry("std::process::Child.wait", PROCESS),
    entry("std::process::Child.wait_with_output", PROCESS),
    entry("std::thread::JoinHandle.join", THREAD),
    entry("std::sync::Barrier.wait", THREAD),
    entry("std::sync::Condvar.wait", THREAD),
    entry("std::sync::Condvar.wait_while", THREAD),
    entry("std::sync::Condvar.wait_timeout", THREAD),
    entry("std::sync::Condvar.wait_timeout_while", THREAD),
    entry("parking_lot::Condvar.wait", THREAD),
    entry("parking_lot::Condvar.wait_for", THREAD),
    entry("parking_lot::Condvar.wait_until", THREAD),
    entry("parking_lot::Condvar.wait_while", THREAD),
    entry("std::sync::mpsc::Receiver.recv", RECEIVE),
    entry("std::sync::mpsc::Receiver.recv_timeout", RECEIVE),
    entry("std::sync::mpsc::SyncSender.send", SEND),
    entry("crossbeam_channel::Receiver.recv", RECEIVE),
    entry("crossbeam_channel::Receiver.recv_timeout", RECEIVE),
    entry("crossbeam::channel::Receiver.recv", RECEIVE),
    entry("crossbeam::channel::Receiver.recv_timeout", RECEIVE),
    entry("flume::Receiver.recv", RECEIVE),
    entry("flume::Receiver.recv_timeout", RECEIVE),
    entry("std::net::TcpStream.read", NETWORK),
    entry("std::net::TcpStream.read_exact", NETWORK),
    entry("std::net::TcpStream.read_to_end", NETWORK),
    entry("std::net::TcpStream.read_to_string", NETWORK),
    entry("std::net::TcpStream.write_all", NETWORK),
    entry("std::net::UdpSocket.recv", NETWORK),
    entry("std::net::UdpSocket.recv_from", NETWORK),
    entry("std::net::TcpListener.accept", NETWORK),
    entry("std::fs::OpenOptions.open", OPEN_FILE),
    entry("std::fs::File.read_exact", FILE),
    entry("std::fs::File.read_to_end", FILE),
    entry("std::fs::File.read_to_string", FILE),
    entry("std::fs::File.write_all", FILE),
    entry("std::fs::File.sync_all", FILE),
    entry("std::fs::File.sync_data", FILE),
    entry("zmq::Socket.recv", RECEIVE),
    entry("zmq::Socket.recv_bytes", RECEIVE),
    entry("zmq::Socket.recv_msg", RECEIVE),
    entry("zmq::Socket.recv_multipart", RECEIVE),
    entry("zmq::Socket.poll", RECEIVE)
  );

  /** Methods that block whatever they are called on: no other has such a name. */
  private static final Map<String, BlockingOperation> NAMES = Map.ofEntries(
    entry("block_on", FUTURE),
    entry("blocking_lock", LOCK),
    entry("blocking_read", LOCK),
    entry("blocking_write", LOCK),
    entry("blocking_recv", RECEIVE),
    entry("recv_blocking", RECEIVE),
    entry("blocking_send", SEND),
    entry("send_blocking", SEND),
    entry("to_socket_addrs", NAME_LOOKUP)
  );

  private static final Set<String> METHOD_NAMES = METHODS.keySet()
    .stream()
    .map(method -> method.substring(method.lastIndexOf('.') + 1))
    .collect(Collectors.toUnmodifiableSet());

  private BlockingFunctions() {}

  /** What the function of this full path does; nothing when it does not block. */
  static @Nullable BlockingOperation function(String fullPath) {
    return FUNCTIONS.get(fullPath);
  }

  /** What the method of a type does; nothing when it does not block. */
  static @Nullable BlockingOperation method(String type, String name) {
    return METHODS.get(type + "." + name);
  }

  /** What a method of this name does, whatever it is called on; nothing when that does not tell. */
  static @Nullable BlockingOperation named(String method) {
    return NAMES.get(method);
  }

  /** Whether some type has a blocking method of this name; cheap to ask before a type. */
  static boolean isMethodOfAny(String name) {
    return METHOD_NAMES.contains(name);
  }
}
