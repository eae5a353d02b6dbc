internal import Foundation

let gb18030 = String.Encoding(rawValue: 0x8000_0632)

/// Writes the files of the example into the folder; the same bytes every time.
func write(into folder: URL) throws {
  var contacts = Contacts()
  let staff = contacts.staff()
  let friends = contacts.friends()
  var maker = Leads(staff: staff, friends: friends)
  let leads = maker.all(staff: staff, makes: &contacts)
  let handMade = [AddressBooks.zhang.email, AddressBooks.klaus.email]
  let speakers = leads.compactMap(\.contact).filter { !handMade.contains($0.email) }
  let books = AddressBooks(speakers: speakers, friends: friends, makes: &contacts)
  var recorder = Activities()
  let activities = recorder.all(on: leads, staff: staff)
  // What was talked about in the last days was logged at the prompt, all else in the table.
  let isLogged = { (activity: Activity) in
    activity.lead != nil && !activity.isReception && activity.day >= Day(1125)
  }
  let files = [
    ("departments.csv", Tables.departments()),
    ("people.leadline", PeopleScript.text(staff)),
    ("leads.csv", "\u{FEFF}" + Tables.leads(leads)),
    ("activities.csv", Tables.activities(activities.filter { !isLogged($0) })),
    ("phone-wang.vcf", VCards.old(books.wang)),
    ("iphone-li.vcf", VCards.iPhone(books.li)),
    ("android-chen.vcf", VCards.android(books.chen)),
    ("work.leadline", WorkScript.text(leads, activities.filter(isLogged))),
  ]
  for (name, text) in files {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }
  guard let commerce = Tables.contacts(books.commerce).data(using: gb18030) else {
    throw CocoaError(.fileWriteInapplicableStringEncoding)
  }
  try commerce.write(to: folder.appending(path: "contacts-commerce.csv"))
}

guard CommandLine.arguments.count == 2 else {
  FileHandle.standardError.write(Data("usage: HundredDaysData FOLDER\n".utf8))
  exit(2)
}
try write(into: URL(filePath: CommandLine.arguments[1]))
