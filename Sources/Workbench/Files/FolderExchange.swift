/// One folder put in the place of another in one step: renameat2(2) with RENAME_EXCHANGE, which Linux has since 3.15. Asked for by name, because
/// not every C library has it.
enum FolderExchange {
  /// 0, or the error number: `ENOSYS` or `EINVAL` where the system or the file system cannot.
  static func exchange(_ one: String, _ other: String) -> Int32 {
    #if os(Linux)
      typealias Rename = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
      guard let symbol = dlsym(nil, "renameat2") else { return ENOSYS }
      let rename = unsafeBitCast(symbol, to: Rename.self)
      return rename(AT_FDCWD, one, AT_FDCWD, other, 2) == 0 ? 0 : errno
    #else
      return ENOSYS
    #endif
  }
}
