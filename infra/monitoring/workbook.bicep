param location string
param insightsId string
param tags object

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'gemeentedelers')
  location: location
  kind: 'shared'
  tags: tags
  properties: {
    displayName: 'GemeenteDelers'
    category: 'workbook'
    sourceId: insightsId
    serializedData: loadTextContent('./workbook.json')
  }
}
