import Foundation
import LeadlineShell

let program = Program(
  arguments: Array(CommandLine.arguments.dropFirst()),
  environment: ProcessInfo.processInfo.environment)
exit(program.run())
