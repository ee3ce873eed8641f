// The original bytes, made small by zlib: the form that gzip and every archive uses.

internal import CZlib

/// A text made small, with its length before it.
func packed(_ text: String) -> [UInt8] {
  let bytes = Array(text.utf8)
  let count = UInt32(truncatingIfNeeded: bytes.count)
  return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) } + compressed(bytes)
}

/// The bytes of a text again; nil where they are damaged.
func unpacked(_ bytes: [UInt8]) -> [UInt8]? {
  guard bytes.count >= 4 else { return nil }
  let size = bytes[..<4].reduce(0) { $0 << 8 | Int($1) }
  return decompressed(Array(bytes[4...]), size: size)
}

/// Makes bytes small; bytes that zlib cannot take are kept as they are.
func compressed(_ bytes: [UInt8]) -> [UInt8] {
  let bound = Int(compressBound(uLong(bytes.count)))
  return unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, filled in
    var length = uLong(bound)
    let code = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe compress2(
        buffer.baseAddress, &length, source.baseAddress, uLong(source.count), 6)
    }
    filled = code == Z_OK ? Int(length) : 0
  }
}

/// The bytes again, of which there were so many; nil where they are damaged.
func decompressed(_ bytes: [UInt8], size: Int) -> [UInt8]? {
  guard size > 0 else { return [] }
  // zlib makes nothing more than about a thousand times larger: a damaged size costs no memory.
  guard size <= bytes.count * 1100 + 1000 else { return nil }
  let result = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
    var length = uLong(size)
    let code = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe uncompress(buffer.baseAddress, &length, source.baseAddress, uLong(source.count))
    }
    filled = code == Z_OK ? Int(length) : 0
  }
  return result.count == size ? result : nil
}
