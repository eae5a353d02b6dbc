import TestKit
import Testing

/// What can go wrong between the program and a server.
@Suite(.serialized, .enabled(if: TestServer.shared != nil)) struct ServerFaults {}
