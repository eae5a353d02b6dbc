// A lead from its first day to the stalled list, with Leadline as a library.
import Foundation
import Leadline

let folder = FileManager.default.temporaryDirectory.appending(path: "leadline-\(UUID())")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)

// A database is a file; who works with it and what day it is are said when it is opened.
let today = Day(year: 2022, month: 12, day: 2)!
let crm = try CRM.open(
  folder.appending(path: "leads.db").path, as: "Li Na", clock: .fixed(today))

let wei = try crm.newPerson(
  "张伟", [.organisation("台达电子"), .title("总经理"), .phones("138 1234 4321")]
).result
let plant = try crm.newLead(
  [
    .title("Motor plant"), .source("alumni"), .organisation("台达电子"), .contacts(wei),
    .expected(try crm.money("5000万")),
  ], on: today - 62
).result
try crm.newLead([.title("Cold store"), .source("inbound")], on: today - 40)

// What a stage asks for must be there; the rules refuse the rest and say what is missing.
do {
  try crm.move(plant, to: "signed", on: today - 50)
} catch CRMError.transition(let refusal) {
  print("refused: \(refusal.words.english)")
}
try crm.move(plant, to: "signed", on: today - 50, changes: [.agreed(try crm.money("80m"))])
try crm.log("call", about: [plant, wei], on: today - 46, note: "land papers next week")

// The same filter, as people type it and as Swift.
let typed = try crm.leads(matching: "stage:signed amount:50m..")
let built = try crm.leads(
  matching: .stage("signed") && .amount(from: try crm.money("50m")))
print(typed == built, typed.map(\.title), typed[0].amount!, typed[0].idle)
print(try crm.contacts(matching: "zhangw").map { "\($0.name) \($0.phones[0])" })

for lead in try crm.stalled() {
  print("\(lead.ref) \(lead.title), \(lead.stage): \(lead.level!.rawValue), \(lead.reason!)")
}

// Any past day can be asked for, and every change taken back.
crm.asOf = today - 5
print("stalled on \(crm.today):", try crm.stalled().map(\.title))
crm.asOf = nil
try crm.undo()
print("idle without the call:", try crm.lead(plant).idle)
for entry in try crm.journal(limit: 3) { print("J\(entry.number)", entry.line) }

try FileManager.default.removeItem(at: folder)
