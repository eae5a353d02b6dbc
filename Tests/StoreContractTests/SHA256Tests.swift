import Testing

@testable import LeadlineStore

/// The hash against the examples of FIPS 180-4 and the edges of its padding.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func knownVectors(_ text: String, _ hash: String) {
    #expect(SHA256.hex(text) == hash)
  }

  @Test(arguments: [1, 55, 56, 63, 64, 65, 119, 120, 200])
  func piecesHashAsTheWhole(_ count: Int) {
    let text = String(repeating: "线", count: count)
    var hash = SHA256()
    for letter in text { hash.update(String(letter)) }
    #expect(hash.hex() == SHA256.hex(text))
  }
}
