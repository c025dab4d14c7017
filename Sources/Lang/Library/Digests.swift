/// The digests of `hashlib` (RFC 1321 and FIPS 180-4). Seeding `random` with a text needs SHA-512 too.
enum Digests {
  /// The message with its padding: a one bit, zeros, and the length in bits.
  private static func padded(_ message: [UInt8], block: Int, bigEndian: Bool) -> [UInt8] {
    var bytes = message
    bytes.append(0x80)
    let lengthSize = block / 8
    while bytes.count % block != block - lengthSize { bytes.append(0) }
    bytes.append(contentsOf: repeatElement(0, count: lengthSize - 8))
    let length = UInt64(message.count) * 8
    let field = (0..<8).map { UInt8(truncatingIfNeeded: length >> UInt64(8 * $0)) }
    bytes.append(contentsOf: bigEndian ? field.reversed() : field)
    return bytes
  }

  private static func bytes<Word: FixedWidthInteger>(_ words: some Sequence<Word>) -> [UInt8] {
    words.flatMap { word in withUnsafeBytes(of: word.bigEndian) { Array($0) } }
  }

  private static func word32(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
  }

  private static func rotateRight<Word: FixedWidthInteger>(_ word: Word, _ count: Int) -> Word {
    word >> Word(count) | word << Word(Word.bitWidth - count)
  }

  static func md5(_ message: [UInt8]) -> [UInt8] {
    let shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476]
    let data = padded(message, block: 64, bigEndian: false)
    for start in stride(from: 0, to: data.count, by: 64) {
      let block = (0..<16).map { word32(data, start + $0 * 4).byteSwapped }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      for round in 0..<64 {
        var mix: UInt32
        var index: Int
        switch round / 16 {
        case 0: (mix, index) = ((b & c) | (~b & d), round)
        case 1: (mix, index) = ((d & b) | (~d & c), (5 * round + 1) % 16)
        case 2: (mix, index) = (b ^ c ^ d, (3 * round + 5) % 16)
        default: (mix, index) = (c ^ (b | ~d), 7 * round % 16)
        }
        mix = mix &+ a &+ md5Constants[round] &+ block[index]
        (a, d, c) = (d, c, b)
        b = b &+ rotateRight(mix, 32 - shifts[round / 16 * 4 + round % 4])
      }
      state[0] &+= a
      state[1] &+= b
      state[2] &+= c
      state[3] &+= d
    }
    return bytes(state.map(\.byteSwapped))
  }

  static func sha1(_ message: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    let data = padded(message, block: 64, bigEndian: true)
    for start in stride(from: 0, to: data.count, by: 64) {
      var w = (0..<16).map { word32(data, start + $0 * 4) }
      for index in 16..<80 {
        w.append(rotateRight(w[index - 3] ^ w[index - 8] ^ w[index - 14] ^ w[index - 16], 31))
      }
      var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
      for round in 0..<80 {
        let mix: UInt32
        let constant: UInt32
        switch round / 20 {
        case 0: (mix, constant) = ((b & c) | (~b & d), 0x5a82_7999)
        case 1: (mix, constant) = (b ^ c ^ d, 0x6ed9_eba1)
        case 2: (mix, constant) = ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc)
        default: (mix, constant) = (b ^ c ^ d, 0xca62_c1d6)
        }
        let next = rotateRight(a, 27) &+ mix &+ e &+ constant &+ w[round]
        (e, d, c, b, a) = (d, c, rotateRight(b, 2), a, next)
      }
      for (index, word) in [a, b, c, d, e].enumerated() { state[index] &+= word }
    }
    return bytes(state)
  }

  static func sha256(_ message: [UInt8]) -> [UInt8] {
    // The constants of SHA-256 are the first halves of SHA-512's.
    let constants = sha512Constants.prefix(64).map { UInt32($0 >> 32) }
    let data = padded(message, block: 64, bigEndian: true)
    var state: [UInt32] = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    for start in stride(from: 0, to: data.count, by: 64) {
      let block = (0..<16).map { word32(data, start + $0 * 4) }
      sha2(&state, block, constants, [7, 18, 3, 17, 19, 10], [6, 11, 25, 2, 13, 22])
    }
    return bytes(state)
  }

  static func sha512(_ message: [UInt8]) -> [UInt8] {
    let data = padded(message, block: 128, bigEndian: true)
    var state: [UInt64] = [
      0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1,
      0x510e_527f_ade6_82d1, 0x9b05_688c_2b3e_6c1f, 0x1f83_d9ab_fb41_bd6b, 0x5be0_cd19_137e_2179,
    ]
    for start in stride(from: 0, to: data.count, by: 128) {
      let block = (0..<16).map {
        UInt64(word32(data, start + $0 * 8)) << 32 | UInt64(word32(data, start + $0 * 8 + 4))
      }
      sha2(&state, block, sha512Constants, [1, 8, 7, 19, 61, 6], [14, 18, 41, 28, 34, 39])
    }
    return bytes(state)
  }

  /// One block of the SHA-2 family, which differs in word size, constants and rotations only.
  private static func sha2<Word: FixedWidthInteger>(
    _ state: inout [Word], _ block: [Word], _ constants: [Word], _ small: [Int], _ big: [Int]
  ) {
    var w = block
    for index in 16..<constants.count {
      let x = w[index - 15]
      let y = w[index - 2]
      let first = rotateRight(x, small[0]) ^ rotateRight(x, small[1]) ^ x >> Word(small[2])
      let second = rotateRight(y, small[3]) ^ rotateRight(y, small[4]) ^ y >> Word(small[5])
      w.append(w[index - 16] &+ first &+ w[index - 7] &+ second)
    }
    var v = state
    for round in constants.indices {
      let e = v[4]
      let a = v[0]
      let firstSum = rotateRight(e, big[0]) ^ rotateRight(e, big[1]) ^ rotateRight(e, big[2])
      let choice = (e & v[5]) ^ (~e & v[6])
      let one = v[7] &+ firstSum &+ choice &+ constants[round] &+ w[round]
      let secondSum = rotateRight(a, big[3]) ^ rotateRight(a, big[4]) ^ rotateRight(a, big[5])
      let majority = (a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2])
      v = [one &+ secondSum &+ majority, a, v[1], v[2], v[3] &+ one, e, v[5], v[6]]
    }
    for index in 0..<8 { state[index] &+= v[index] }
  }

  private static let sha512Constants: [UInt64] = [
    0x428a_2f98_d728_ae22, 0x7137_4491_23ef_65cd, 0xb5c0_fbcf_ec4d_3b2f, 0xe9b5_dba5_8189_dbbc,
    0x3956_c25b_f348_b538, 0x59f1_11f1_b605_d019, 0x923f_82a4_af19_4f9b, 0xab1c_5ed5_da6d_8118,
    0xd807_aa98_a303_0242, 0x1283_5b01_4570_6fbe, 0x2431_85be_4ee4_b28c, 0x550c_7dc3_d5ff_b4e2,
    0x72be_5d74_f27b_896f, 0x80de_b1fe_3b16_96b1, 0x9bdc_06a7_25c7_1235, 0xc19b_f174_cf69_2694,
    0xe49b_69c1_9ef1_4ad2, 0xefbe_4786_384f_25e3, 0x0fc1_9dc6_8b8c_d5b5, 0x240c_a1cc_77ac_9c65,
    0x2de9_2c6f_592b_0275, 0x4a74_84aa_6ea6_e483, 0x5cb0_a9dc_bd41_fbd4, 0x76f9_88da_8311_53b5,
    0x983e_5152_ee66_dfab, 0xa831_c66d_2db4_3210, 0xb003_27c8_98fb_213f, 0xbf59_7fc7_beef_0ee4,
    0xc6e0_0bf3_3da8_8fc2, 0xd5a7_9147_930a_a725, 0x06ca_6351_e003_826f, 0x1429_2967_0a0e_6e70,
    0x27b7_0a85_46d2_2ffc, 0x2e1b_2138_5c26_c926, 0x4d2c_6dfc_5ac4_2aed, 0x5338_0d13_9d95_b3df,
    0x650a_7354_8baf_63de, 0x766a_0abb_3c77_b2a8, 0x81c2_c92e_47ed_aee6, 0x9272_2c85_1482_353b,
    0xa2bf_e8a1_4cf1_0364, 0xa81a_664b_bc42_3001, 0xc24b_8b70_d0f8_9791, 0xc76c_51a3_0654_be30,
    0xd192_e819_d6ef_5218, 0xd699_0624_5565_a910, 0xf40e_3585_5771_202a, 0x106a_a070_32bb_d1b8,
    0x19a4_c116_b8d2_d0c8, 0x1e37_6c08_5141_ab53, 0x2748_774c_df8e_eb99, 0x34b0_bcb5_e19b_48a8,
    0x391c_0cb3_c5c9_5a63, 0x4ed8_aa4a_e341_8acb, 0x5b9c_ca4f_7763_e373, 0x682e_6ff3_d6b2_b8a3,
    0x748f_82ee_5def_b2fc, 0x78a5_636f_4317_2f60, 0x84c8_7814_a1f0_ab72, 0x8cc7_0208_1a64_39ec,
    0x90be_fffa_2363_1e28, 0xa450_6ceb_de82_bde9, 0xbef9_a3f7_b2c6_7915, 0xc671_78f2_e372_532b,
    0xca27_3ece_ea26_619c, 0xd186_b8c7_21c0_c207, 0xeada_7dd6_cde0_eb1e, 0xf57d_4f7f_ee6e_d178,
    0x06f0_67aa_7217_6fba, 0x0a63_7dc5_a2c8_98a6, 0x113f_9804_bef9_0dae, 0x1b71_0b35_131c_471b,
    0x28db_77f5_2304_7d84, 0x32ca_ab7b_40c7_2493, 0x3c9e_be0a_15c9_bebc, 0x431d_67c4_9c10_0d4c,
    0x4cc5_d4be_cb3e_42b6, 0x597f_299c_fc65_7e2a, 0x5fcb_6fab_3ad6_faec, 0x6c44_198c_4a47_5817,
  ]

  private static let md5Constants: [UInt32] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613, 0xfd46_9501,
    0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821,
    0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8,
    0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a,
    0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70,
    0x289b_7ec6, 0xeaa1_27fa, 0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665,
    0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
    0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
  ]
}
